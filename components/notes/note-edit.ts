import { i18n } from '#i18n';
import type { NoteEditDraft } from '@/components/drafts/draft.ts';
import type { RichLoss } from '@/components/ui/rich-text-losses.ts';
import { excerptOf } from '@/components/ui/rich-text-plain.ts';
import { readRichDoc } from '@/components/ui/rich-text-read.ts';
import { writeRichDoc } from '@/components/ui/rich-text-write.ts';
import type { Note } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';

/** The most characters of a note that is changed here, as drafts are bounded (`MOST_DRAFT_CHARS`). */
export const MOST_NOTE_CHARS = 65_000;

export interface NoteOpening {
  /** Absent when the note is too long. */
  readonly draft: NoteEditDraft | undefined;
  /** What a changed note would no longer have, as words. */
  readonly losses: readonly string[];
}

/** What editing a note begins with: its own text where it is text only, else what of its formatting can be kept. */
export function openNote(note: Note, target: Target): NoteOpening {
  if (note.body.length > MOST_NOTE_CHARS) return { draft: undefined, losses: [] };
  const { doc, plain, lost } = readRichDoc(note.body);
  const start = plain ?? writeRichDoc(doc);
  const title = note.title ?? '';
  const draft: NoteEditDraft = {
    kind: 'noteEdit',
    target,
    noteId: note.id,
    excerpt: excerptOf(note.body),
    from: note.body,
    fromTitle: title,
    format: plain === undefined ? 'rich' : 'plain',
    start,
    text: start,
    title,
  };
  return { draft: start.length > MOST_NOTE_CHARS ? undefined : draft, losses: [...lost].map(lossName) };
}

function lossName(loss: RichLoss): string {
  switch (loss) {
    case 'table':
      return i18n.t('notes.losesTable');
    case 'media':
      return i18n.t('notes.losesMedia');
    case 'link':
      return i18n.t('notes.losesLink');
    case 'look':
      return i18n.t('notes.losesLook');
    case 'other':
      return i18n.t('notes.losesOther');
  }
}
