import { i18n } from '#i18n';
import { typedValue } from '@/lib/contact/changes.ts';
import type { ComparedRow } from '@/lib/contact/compare.ts';
import type { FieldKind } from '@/lib/contact/fields.ts';
import type { PageField, PageFieldRef } from '@/lib/contact/mapping.ts';
import { untransformed } from '@/lib/contact/transforms.ts';
import type { Field, Reason } from '@/lib/crm/adapter.ts';
import type { FieldValue } from '@/lib/outbox/entry.ts';

/** What a field of the page is called: as the page does, where it says so. */
export function pageFieldLabel(from: PageFieldRef): string {
  if (from.startsWith('label:')) return from.slice('label:'.length);
  return i18n.t(`reasons.${from as Field}`); // the others begin with `label:`
}

/** A value outside HighLevel: a date as a date, however HighLevel has it. */
export function plainValue(kind: FieldKind, value: FieldValue): string {
  const typed = typedValue(kind, value);
  if (typeof typed === 'object') return typed.join('; ');
  return typed === '' && typeof value !== 'object' ? String(value) : typed;
}

/** HighLevel's value for the page's form, under the label that the form has; `undefined` when HighLevel has none. */
export function forForm({ line, field, theirs, choices }: ComparedRow, reasons: readonly Reason[]): PageField | undefined {
  if (theirs === null) return undefined;
  // An owner is an id in HighLevel, which says nothing to a page.
  if (field.kind === 'owner') return undefined;
  const value = plainValue(field.kind, theirs);
  const isNamePart = field.field === 'firstName' || field.field === 'lastName';
  const named = reasons.find((reason) => reason.field === line.from)?.label;
  // Forms have a name in two parts, whatever its heading.
  const label = isNamePart && line.from === 'name' ? field.label : (named ?? pageFieldLabel(line.from));
  return { label, value: untransformed(value, line.transforms, choices[0]?.shown) };
}
