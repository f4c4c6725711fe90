import { useDrafts } from '@/components/drafts/Drafts.tsx';
import type { Target } from '@/lib/outbox/entry.ts';

/** The ids of the contact's notes that are being changed. */
export function useEditedNotes({ locationId, contactId }: Target): ReadonlySet<string> {
  const { all } = useDrafts();
  const own = all.filter(({ target }) => target.locationId === locationId && target.contactId === contactId);
  return new Set(own.flatMap((draft) => (draft.kind === 'noteEdit' ? [draft.noteId] : [])));
}
