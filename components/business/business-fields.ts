import { i18n } from '#i18n';
import type { Business } from '@/lib/ghl/models.ts';
import type { FieldChange } from '@/lib/outbox/entry.ts';

/** The fields of a business that HighLevel's body takes (HighLevel OpenAPI businesses-v3). */
type BusinessFieldName = Exclude<keyof Business, 'id' | 'customFields'>;

interface BusinessField {
  readonly name: BusinessFieldName;
  readonly label: () => string;
  readonly type: 'text' | 'tel' | 'email' | 'area';
}

export const BUSINESS_FIELDS: readonly BusinessField[] = [
  { name: 'name', label: () => i18n.t('business.name'), type: 'text' },
  { name: 'phone', label: () => i18n.t('business.phone'), type: 'tel' },
  { name: 'email', label: () => i18n.t('business.email'), type: 'email' },
  { name: 'website', label: () => i18n.t('business.website'), type: 'text' },
  { name: 'address', label: () => i18n.t('business.address'), type: 'text' },
  { name: 'city', label: () => i18n.t('business.city'), type: 'text' },
  { name: 'state', label: () => i18n.t('business.state'), type: 'text' },
  { name: 'postalCode', label: () => i18n.t('business.postalCode'), type: 'text' },
  { name: 'country', label: () => i18n.t('business.country'), type: 'text' },
  { name: 'description', label: () => i18n.t('business.description'), type: 'area' },
];

/** What stands in the form's fields, by field; custom fields under `custom:<key>`. */
export type TypedBusiness = Readonly<Record<string, string>>;

/** Custom fields that are one line of text or one number; lists are edited in HighLevel. */
export function simpleCustomFields({ customFields }: Business): readonly { readonly id: string; readonly value: string | number }[] {
  return customFields.flatMap(({ id, value }) => (typeof value === 'string' || typeof value === 'number' ? [{ id, value }] : []));
}

/** A custom field's key as words: `referral_tier` is "Referral tier". HighLevel gives no name with the value. */
export function keyWords(key: string): string {
  const words = key.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Only what is no longer as the business had it. Cleared fields become `null`. */
export function businessChanges(business: Business, typed: TypedBusiness): readonly FieldChange[] {
  return BUSINESS_FIELDS.flatMap(({ name, label }) => {
    const from = business[name] ?? '';
    const to = (typed[name] ?? from).trim();
    return to === from.trim() ? [] : [{ field: name, label: label(), from: from || null, to: to || null }];
  });
}

/** As `businessChanges`, for custom fields: a number stays one. */
export function customChanges(business: Business, typed: TypedBusiness): readonly FieldChange[] {
  return simpleCustomFields(business).flatMap(({ id, value }) => {
    const text = (typed[`custom:${id}`] ?? String(value)).trim();
    if (text === String(value).trim()) return [];
    const number = Number(text);
    const to = typeof value === 'number' && text !== '' && Number.isFinite(number) ? number : text;
    return [{ field: `custom:${id}`, label: keyWords(id), from: value, to: to === '' ? null : to }];
  });
}
