import * as z from 'zod';
import type { Draft } from './commit.ts';
import type { OutboxEntry } from './entry.ts';
import type { OutboxEvent } from './states.ts';

const made = z.object({ id: z.string().min(1) });

/**
 * The write that a confirmed one was only the beginning of: who makes a business for a contact wants the contact in it.
 * It is stored together with the confirmation, so that a background which dies in between forgets neither. `entries`: all that
 * are there; who has asked for another business since then gets that one.
 */
export function followUp(entry: OutboxEntry, event: OutboxEvent, entries: readonly OutboxEntry[]): Draft | undefined {
  const { operation, target, group } = entry;
  if (operation.kind !== 'createBusiness' || event.type !== 'succeeded') return undefined;
  const business = made.safeParse(event.answer).data;
  if (business === undefined || entries.some((other) => isLaterWish(other, entry))) return undefined;
  const link = { kind: 'linkBusiness', businessId: business.id, name: operation.name } as const;
  return { operation: link, target, holdMs: 0, ...(group !== undefined && { group }) };
}

function isLaterWish({ seq, operation, target }: OutboxEntry, entry: OutboxEntry): boolean {
  const isOfContact = target.locationId === entry.target.locationId && target.contactId === entry.target.contactId;
  return isOfContact && seq > entry.seq && (operation.kind === 'linkBusiness' || operation.kind === 'createBusiness');
}
