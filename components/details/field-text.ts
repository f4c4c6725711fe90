import { i18n } from '#i18n';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { typedValue } from '@/lib/contact/changes.ts';
import { customValueText } from '@/lib/contact/custom-fields.ts';
import { type ContactFields, type FieldKind, fieldValue } from '@/lib/contact/fields.ts';
import { countryName } from '@/lib/core/countries.ts';
import type { User } from '@/lib/ghl/models.ts';
import type { FieldValue } from '@/lib/outbox/entry.ts';
import type { ShownField } from './shown-field.ts';

/** A field's value for reading; empty when there is none. */
export function fieldText(contact: ContactFields, { field, kind }: ShownField, users: readonly User[]): string {
  if (kind !== undefined) return valueText(kind, fieldValue(contact, field), users);
  return customValueText(contact.customFields?.find(({ id }) => `custom:${id}` === field)?.value).trim();
}

/** A value for reading: names for ids and codes, a date in words. */
export function valueText(kind: FieldKind, value: FieldValue, users: readonly User[]): string {
  const typed = typedValue(kind, value);
  const text = typeof typed === 'string' ? typed.trim() : typed.join(', ');
  switch (kind) {
    case 'owner':
      return text === '' ? '' : userName(users.find(({ id }) => id === text));
    case 'country':
      return countryName(text, dateTexts.locale);
    case 'date':
      return text === '' ? customValueText(value).trim() : dayText(text);
    default:
      return text;
  }
}

/** What a user is called; somebody whom the location's list does not have has no name here. */
export function userName(user: User | undefined): string {
  return user === undefined ? i18n.t('details.unlisted') : user.name || (user.email ?? user.id);
}

function dayText(day: string): string {
  return new Intl.DateTimeFormat(dateTexts.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));
}
