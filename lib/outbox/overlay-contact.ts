import type { Contact } from '@/lib/ghl/models.ts';
import type { FieldChange, OutboxEntry } from './entry.ts';
import { CUSTOM } from './fields.ts';
import type { Pending } from './overlay.ts';
import { changedFields, isOnItsWay, pendingOf } from './overlay-rows.ts';

interface Overlaid {
  readonly row: Contact;
  readonly pendingFields: ReadonlyMap<string, Pending>;
}

/** A contact's fields, business and followers as they will be, and what is pending of each. */
export function overlayFields(contact: Contact, entries: readonly OutboxEntry[]): Overlaid {
  const pendingFields = new Map<string, Pending>();
  let row = contact;
  for (const entry of entries) {
    for (const field of fieldsOf(entry)) pendingFields.set(field, pendingOf(entry));
    if (isOnItsWay(entry)) row = changedBy(row, entry);
  }
  return { row, pendingFields };
}

function fieldsOf({ operation }: OutboxEntry): readonly string[] {
  switch (operation.kind) {
    case 'updateContact':
      return operation.changes.map(({ field }) => field);
    case 'linkBusiness':
    case 'createBusiness':
      return ['businessId'];
    case 'setFollower':
      return [`followers:${operation.userId}`];
    default:
      return [];
  }
}

function changedBy(row: Contact, { operation }: OutboxEntry): Contact {
  switch (operation.kind) {
    case 'updateContact':
      return withNewFields(row, operation.changes);
    case 'linkBusiness':
      return {
        ...row,
        businessId: operation.businessId ?? undefined,
        businessName: operation.businessId === null ? undefined : operation.name,
      };
    case 'setFollower': {
      const others = row.followers.filter((id) => id !== operation.userId);
      return { ...row, followers: operation.follows ? [...others, operation.userId] : others };
    }
    default:
      return row;
  }
}

function withNewFields(row: Contact, changes: readonly FieldChange[]): Contact {
  const standard = changes.filter(({ field }) => !field.startsWith(CUSTOM));
  const custom = changes.filter(({ field }) => field.startsWith(CUSTOM));
  const changed = { ...row, ...changedFields<Contact>(standard) };
  const isRenamed = standard.some(({ field }) => field === 'firstName' || field === 'lastName');
  const name = isRenamed ? [changed.firstName, changed.lastName].filter(Boolean).join(' ') : row.name;
  return { ...changed, name, customFields: withCustomFields(row.customFields, custom) };
}

function withCustomFields(rows: Contact['customFields'], changes: readonly FieldChange[]): Contact['customFields'] {
  const isChanged = (id: string) => changes.some(({ field }) => field === `${CUSTOM}${id}`);
  const set = changes.flatMap(({ field, to }) => (to === null ? [] : [{ id: field.slice(CUSTOM.length), value: to as unknown }]));
  return [...rows.filter(({ id }) => !isChanged(id)), ...set];
}
