import { parseMoment } from '@/lib/core/dates.ts';
import type { Note } from '@/lib/ghl/models.ts';

/** Pinned notes first, then the newest. */
export function orderNotes<N extends Pick<Note, 'pinned' | 'dateAdded'>>(notes: readonly N[]): readonly N[] {
  const dated = notes.map((note) => ({ note, at: parseMoment(note.dateAdded, 'UTC') ?? 0 }));
  dated.sort((a, b) => Number(b.note.pinned) - Number(a.note.pinned) || b.at - a.at);
  return dated.map(({ note }) => note);
}
