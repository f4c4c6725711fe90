import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import type { ReadCache } from './gateway.ts';
import { ghlKey } from './keys.ts';
import type { ReadName } from './reads.ts';

/** Remembered reads are stored under this, a dash and the hash of their query key. */
export const READ_PREFIX = 'read';

/** The reads that a confirmed write has changed, and no others. */
export function changedReads({ operation, target }: Pick<OutboxEntry, 'operation' | 'target'>): readonly (readonly unknown[])[] {
  const { locationId, contactId } = target;
  const ofContact = (name: ReadName) => ghlKey(locationId, name, { contactId });
  switch (operation.kind) {
    case 'setTaskCompleted':
    case 'createTask':
      return [ofContact('tasks.list'), ghlKey(locationId, 'tasks.searchInLocation' satisfies ReadName)];
    case 'createNote':
      return [ofContact('notes.list')];
    case 'addTag':
    case 'removeTag':
      return [ofContact('contacts.get')];
    case 'createContact':
      return [['match', locationId]];
  }
}

/** Forgets reads by the beginning of their query keys: what is remembered of them is no longer so. */
export async function forgetReads(cache: ReadCache, queryKeys: readonly (readonly unknown[])[]): Promise<void> {
  // TanStack Query stores under `prefix-hash`; the hash of a key of plain values is its JSON.
  await Promise.all(queryKeys.map((key) => cache.removeBeginning(`${READ_PREFIX}-${JSON.stringify(key).slice(0, -1)}`)));
}
