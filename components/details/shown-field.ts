import { i18n } from '#i18n';
import { customFieldKind } from '@/lib/contact/custom-fields.ts';
import { CONTACT_FIELDS, type ContactFieldName, type ContactFieldRef, type FieldKind } from '@/lib/contact/fields.ts';
import { displayText } from '@/lib/core/display-text.ts';
import type { CustomField } from '@/lib/ghl/models.ts';

/** A field of a contact as the panel shows it. */
export interface ShownField {
  readonly field: ContactFieldRef;
  readonly label: string;
  /** `undefined`: shown, but not edited here. */
  readonly kind: FieldKind | undefined;
  /** What a choice may be. */
  readonly options: readonly string[];
}

const LABELS: Readonly<Record<ContactFieldName, () => string>> = {
  firstName: () => i18n.t('details.firstName'),
  lastName: () => i18n.t('details.lastName'),
  email: () => i18n.t('details.email'),
  phone: () => i18n.t('details.phone'),
  assignedTo: () => i18n.t('details.owner'),
  address1: () => i18n.t('details.address'),
  city: () => i18n.t('details.city'),
  state: () => i18n.t('details.state'),
  postalCode: () => i18n.t('details.postalCode'),
  country: () => i18n.t('details.country'),
  website: () => i18n.t('details.website'),
  timezone: () => i18n.t('details.timeZone'),
  dateOfBirth: () => i18n.t('details.birthday'),
  source: () => i18n.t('details.source'),
};

export function standardFields(): readonly ShownField[] {
  return CONTACT_FIELDS.map(({ field, kind }) => ({ field, label: LABELS[field](), kind, options: [] }));
}

/** Custom fields by their definitions; names are the location's own words. */
export function customFields(definitions: readonly CustomField[]): readonly ShownField[] {
  return definitions.map(({ id, name, dataType, picklistOptions }) => ({
    field: `custom:${id}`,
    label: displayText(name).trim().slice(0, 200) || i18n.t('details.unnamedField'),
    kind: customFieldKind(dataType),
    options: picklistOptions,
  }));
}
