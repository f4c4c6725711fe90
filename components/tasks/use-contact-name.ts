import { useGhl } from '@/lib/query/use-ghl.ts';

const NAMES_STALE_MS = 10 * 60_000;

/** A contact's name; empty while unknown. Lists across contacts often lack it: then the contact itself is read, once for all its rows. */
export function useContactName(contactId: string | undefined, known?: string | undefined): string {
  const asks = contactId !== undefined && !known;
  const contact = useGhl('contacts.get', asks ? { contactId } : null, { staleTime: NAMES_STALE_MS });
  return known || contact.data?.name || contact.data?.email || contact.data?.phone || '';
}
