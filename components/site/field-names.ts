import { i18n } from '#i18n';
import { dateTexts } from '@/components/ui/date-texts.ts';
import type { Field } from '@/lib/crm/adapter.ts';

const names: Readonly<Record<Field, () => string>> = {
  name: () => i18n.t('fields.name'),
  company: () => i18n.t('fields.company'),
  email: () => i18n.t('fields.email'),
  phone: () => i18n.t('fields.phone'),
};

const titles: Readonly<Record<Field, () => string>> = {
  name: () => i18n.t('reasons.name'),
  company: () => i18n.t('reasons.company'),
  email: () => i18n.t('reasons.email'),
  phone: () => i18n.t('reasons.phone'),
};

/** A field in a sentence: "the e-mail". */
export function fieldName(field: Field): string {
  return names[field]();
}

/** A field by itself: "E-mail". */
export function fieldTitle(field: Field): string {
  return titles[field]();
}

/** Fields in a sentence: "the name and the e-mail". */
export function fieldList(fields: readonly Field[]): string {
  return new Intl.ListFormat(dateTexts.locale).format(fields.map(fieldName));
}
