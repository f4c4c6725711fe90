import { useDrafts } from '@/components/drafts/Drafts.tsx';
import { draftKey } from '@/components/drafts/draft.ts';
import { changesFor, useReopens } from '@/components/outbox/edit-again.ts';
import { type FieldEdit, typedValue } from '@/lib/contact/changes.ts';
import { fieldValue } from '@/lib/contact/fields.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import type { FieldChange, Target } from '@/lib/outbox/entry.ts';
import { useCustomFields } from '@/lib/query/custom-fields.ts';
import { useOutbox } from '@/lib/query/outbox.ts';
import { customFields, type ShownField, standardFields } from './shown-field.ts';

/** Opens the contact's form again for a change that HighLevel did not accept; what is being typed there already stays. */
export function useReopenDetails(target: Target, contact: Contact | undefined): void {
  const drafts = useDrafts();
  const refused = useOutbox().filter(({ state }) => state === 'failed');
  const changed = refused.flatMap((entry) => changesFor('updateContact', entry, target)?.changes ?? []);
  const needsCustom = changed.some(({ field }) => field.startsWith('custom:'));
  const { fields } = useCustomFields(needsCustom);
  const isReady = contact !== undefined && (!needsCustom || fields !== undefined);
  useReopens((entry) => {
    const update = changesFor('updateContact', entry, target);
    if (update === undefined || contact === undefined) return undefined;
    const shown = [...standardFields(), ...customFields(fields ?? [])];
    const wished = update.changes.flatMap((change) => editFor(change, shown, contact));
    if (wished.length === 0) return undefined;
    return () => {
      const open = drafts.get(draftKey('details', target));
      const typed = open?.kind === 'details' ? open.edits : [];
      const others = wished.filter(({ field }) => !typed.some((edit) => edit.field === field));
      drafts.put({ kind: 'details', target, edits: [...typed, ...others] });
    };
  }, isReady);
}

/** A change as if it had just been typed. A field that is not edited here has no place in the form. */
function editFor({ field: name, to }: FieldChange, shown: readonly ShownField[], contact: Contact): FieldEdit[] {
  const found = shown.find(({ field }) => field === name);
  if (found?.kind === undefined) return [];
  const { field, label, kind } = found;
  return [{ field, label, kind, from: fieldValue(contact, field), typed: typedValue(kind, to) }];
}
