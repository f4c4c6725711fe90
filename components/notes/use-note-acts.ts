import { useState } from 'react';
import { i18n } from '#i18n';
import { useDrafts } from '@/components/drafts/Drafts.tsx';
import { excerptOf } from '@/components/ui/rich-text-plain.ts';
import type { Note } from '@/lib/ghl/models.ts';
import type { FieldChange, Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import { type NoteOpening, openNote } from './note-edit.ts';

/** What can be done with one note. `asking`: why it can not be edited just so. */
export function useNoteActs(note: Note, target: Target) {
  const { put } = useDrafts();
  const write = useCommitWrite();
  const [asking, setAsking] = useState<NoteOpening>();
  function open({ draft }: NoteOpening) {
    setAsking(undefined);
    if (draft) put(draft);
  }
  function update(change: FieldChange) {
    write.mutate({ operation: { kind: 'updateNote', noteId: note.id, excerpt: excerptOf(note.body), changes: [change] }, target });
  }
  return {
    asking,
    error: write.error,
    edit() {
      const opening = openNote(note, target);
      if (opening.draft === undefined || opening.losses.length > 0) setAsking(opening);
      else open(opening);
    },
    editAnyway: () => asking && open(asking),
    leave: () => setAsking(undefined),
    remove: () => write.mutate({ operation: { kind: 'deleteNote', noteId: note.id, excerpt: excerptOf(note.body) }, target }),
    pin: () => update({ field: 'pinned', label: i18n.t('notes.pinned'), from: note.pinned, to: !note.pinned }),
  };
}
