import type { Operation, OutboxEntry, Target } from '@/lib/outbox/entry.ts';
import type { ReadCache } from './gateway.ts';
import { ghlKey } from './keys.ts';
import type { ReadName } from './reads.ts';

/** Remembered reads are stored under this, a dash and the hash of their query key. */
export const READ_PREFIX = 'read';

type Key = readonly unknown[];

/** The reads that a confirmed write has changed, and no others. */
export function changedReads({ operation, target }: Pick<OutboxEntry, 'operation' | 'target'>): readonly Key[] {
  return changedBy(operation, readsOf(target));
}

function readsOf({ locationId, contactId }: Target) {
  const all = (name: ReadName): Key => ghlKey(locationId, name);
  const of = (name: ReadName, about: Readonly<Record<string, string>>): Key => ghlKey(locationId, name, about);
  const ofContact = (name: ReadName, id = contactId): Key => ghlKey(locationId, name, { contactId: id });
  return { all, of, ofContact, matches: ['match', locationId] as Key };
}

type Reads = ReturnType<typeof readsOf>;

function changedBy(operation: Operation, reads: Reads): readonly Key[] {
  const { all, of, ofContact, matches } = reads;
  switch (operation.kind) {
    case 'setTaskCompleted':
    case 'createTask':
    case 'updateTask':
    case 'deleteTask':
      return [ofContact('tasks.list'), all('tasks.searchInLocation')];
    case 'createNote':
    case 'updateNote':
    case 'deleteNote':
      return [ofContact('notes.list')];
    case 'addTag':
    case 'removeTag':
      return [ofContact('contacts.get')];
    case 'tagContacts':
      return operation.contacts.map(({ id }) => ofContact('contacts.get', id)).concat([all('contacts.ofBusiness')]);
    case 'createTag':
      return [all('tags.list')];
    // HighLevel takes the name away from, or to, everybody who has the tag.
    case 'renameTag':
    case 'deleteTag':
      return [all('tags.list'), all('contacts.get')];
    case 'createAppointment':
    case 'updateAppointment':
    case 'deleteAppointment':
      return [ofContact('appointments.ofContact'), all('appointments.between'), all('calendars.freeSlots')];
    case 'createAppointmentNote':
    case 'updateAppointmentNote':
    case 'deleteAppointmentNote':
      return [of('appointmentNotes.list', { appointmentId: operation.appointmentId })];
    case 'updateBusiness':
    case 'updateBusinessFields':
      return [of('businesses.get', { businessId: operation.businessId }), all('businesses.list'), all('businesses.search')];
    case 'createBusiness':
      return [all('businesses.list'), all('businesses.search')];
    case 'deleteBusiness':
      return [
        of('businesses.get', { businessId: operation.businessId }),
        all('businesses.list'),
        all('businesses.search'),
        all('contacts.get'),
      ];
    case 'linkBusiness':
      return [ofContact('contacts.get'), all('contacts.ofBusiness')];
    case 'createContact':
      return [matches];
    // Not the match: who is shown stays shown, whatever the page says of them now.
    case 'updateContact':
      return [ofContact('contacts.get'), all('contacts.ofBusiness'), all('contacts.findByText')];
    case 'deleteContact':
      return [ofContact('contacts.get'), all('contacts.ofBusiness'), all('contacts.findByText'), all('tasks.searchInLocation'), matches];
    case 'setFollower':
      return [ofContact('contacts.get')];
    // HighLevel does not say whom it has in its workflows and campaigns: there is no such read.
    case 'setWorkflow':
    case 'setCampaign':
      return [];
  }
}

/** Forgets reads by the beginning of their query keys: what is remembered of them is no longer so. */
export async function forgetReads(cache: ReadCache, queryKeys: readonly (readonly unknown[])[]): Promise<void> {
  // TanStack Query stores under `prefix-hash`; the hash of a key of plain values is its JSON.
  await Promise.all(queryKeys.map((key) => cache.removeBeginning(`${READ_PREFIX}-${JSON.stringify(key).slice(0, -1)}`)));
}
