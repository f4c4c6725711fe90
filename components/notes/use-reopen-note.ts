import { useDrafts } from '@/components/drafts/Drafts.tsx';
import { draftKey, type NoteEditDraft } from '@/components/drafts/draft.ts';
import { changesFor, useReopens, wishedText } from '@/components/outbox/edit-again.ts';
import type { Note } from '@/lib/ghl/models.ts';
import type { FieldChange, Target } from '@/lib/outbox/entry.ts';
import { openNote } from './note-edit.ts';

/** Opens the form of a note again for a change of it that HighLevel did not accept; one that is open stays as it is. */
export function useReopenNote(target: Target, notes: readonly Note[] | undefined): void {
  const drafts = useDrafts();
  useReopens((entry) => {
    const update = changesFor('updateNote', entry, target);
    const note = update && notes?.find(({ id }) => id === update.noteId);
    const draft = update && note && wishedDraft(note, target, update.changes);
    if (draft === undefined) return undefined;
    return () => {
      if (drafts.get(draftKey('noteEdit', target, draft.noteId)) === undefined) drafts.put(draft);
    };
  }, notes !== undefined);
}

/** A note's form with the values that were asked for; `undefined` when there is none, as for pinning. */
function wishedDraft(note: Note, target: Target, changes: readonly FieldChange[]): NoteEditDraft | undefined {
  const [body, title] = [wishedText(changes, 'body'), wishedText(changes, 'title')];
  if (body === undefined && title === undefined) return undefined;
  const now = openNote(note, target).draft;
  const wished = body === undefined ? now : openNote({ ...note, body }, target).draft;
  if (now === undefined || wished === undefined) return undefined;
  const { from, fromTitle, excerpt, start } = now;
  return { ...wished, from, fromTitle, excerpt, start, title: title ?? now.title };
}
