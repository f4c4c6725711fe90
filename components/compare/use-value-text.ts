import { valueText } from '@/components/details/field-text.ts';
import type { FieldKind } from '@/lib/contact/fields.ts';
import type { FieldValue } from '@/lib/outbox/entry.ts';
import { useUsers } from '@/lib/query/users.ts';

/** Longer ones are cut: it is a comparison, not a text to be read. */
const MAX_CHARS = 500;

/** A value for reading: names for ids and codes, a date in words; a dash for nothing. `hasOwner`: one of them is a user's id. */
export function useValueText(hasOwner: boolean): (kind: FieldKind, value: FieldValue) => string {
  const users = useUsers(hasOwner);
  return (kind, value) => {
    const text = valueText(kind, value, users);
    return text === '' ? '–' : text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}…` : text;
  };
}
