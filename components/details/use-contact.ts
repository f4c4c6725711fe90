import { useMemo } from 'react';
import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { entriesFor, overlayContact } from '@/lib/outbox/overlay.ts';
import { useOutbox } from '@/lib/query/outbox.ts';

/** The contact as it will be once everything pending has gone; `undefined` until it is read. */
export function useContactAsItWillBe({ locationId, contactId }: Target & { readonly contactId: string }, contact: Contact | undefined) {
  const entries = useOutbox();
  return useMemo(
    () => contact && overlayContact(contact, entriesFor(entries, locationId, contactId)),
    [contact, entries, locationId, contactId],
  );
}
