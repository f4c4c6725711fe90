import type { QueryClient } from '@tanstack/react-query';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { ghlKey } from './keys.ts';
import type { ReadName } from './reads.ts';

/** The reads that a confirmed write has changed, and no others. */
function changedReads({ operation, target }: Pick<OutboxEntry, 'operation' | 'target'>): readonly (readonly unknown[])[] {
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

/** Reads again what a confirmed write has changed; what is not on screen is only marked as old. */
export function refetchAfter(queryClient: QueryClient, entry: Pick<OutboxEntry, 'operation' | 'target'>): void {
  for (const queryKey of changedReads(entry)) void queryClient.invalidateQueries({ queryKey });
}
