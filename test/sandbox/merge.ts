import type { ContactRecord } from './records.ts';
import type { World } from './world.ts';

/**
 * Merges one contact into another, as a person does in HighLevel: the old id is gone ("Contact not found"), the survivor
 * has its tasks, notes, appointments and tags, and its e-mail and phone where it had none, else as additional ones.
 */
export function mergeContacts(world: World, oldId: string, survivorId: string): void {
  const { contacts, tasks, notes, appointments } = world.state;
  const [old, survivor] = [contacts.get(oldId), contacts.get(survivorId)];
  if (!old || !survivor) throw new Error('both contacts of a merge have to exist');
  world.contactIndex.remember(oldId);
  world.contactIndex.remember(survivorId);
  for (const table of [tasks, notes, appointments]) {
    for (const record of table.values()) if (record.contactId === oldId) record.contactId = survivorId;
  }
  takeOver(survivor, old);
  survivor.dateUpdated = world.now();
  contacts.delete(oldId);
}

function takeOver(survivor: ContactRecord, old: ContactRecord): void {
  const more = (own: string | undefined, all: readonly (string | undefined)[]) => [
    ...new Set(all.flatMap((value) => (value === undefined || value === own ? [] : [value]))),
  ];
  survivor.email ??= old.email;
  survivor.phone ??= old.phone;
  survivor.additionalEmails = more(survivor.email, [...survivor.additionalEmails, old.email, ...old.additionalEmails]);
  survivor.additionalPhones = more(survivor.phone, [...survivor.additionalPhones, old.phone, ...old.additionalPhones]);
  survivor.tags = [...new Set([...survivor.tags, ...old.tags])];
}
