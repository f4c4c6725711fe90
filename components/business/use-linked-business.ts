import type { Target } from '@/lib/outbox/entry.ts';
import { entriesFor } from '@/lib/outbox/overlay.ts';
import { useOutbox } from '@/lib/query/outbox.ts';

/** The id of the business that the contact will be linked to once everything pending has gone; `linked`: as HighLevel has it. */
export function useLinkedBusiness(target: Target & { readonly contactId: string }, linked: string | undefined): string | undefined {
  const entries = entriesFor(useOutbox(), target.locationId, target.contactId);
  const last = entries.findLast(({ operation, state }) => operation.kind === 'linkBusiness' && state !== 'failed' && state !== 'parked');
  return last?.operation.kind === 'linkBusiness' ? (last.operation.businessId ?? undefined) : linked;
}
