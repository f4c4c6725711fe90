import type { FieldKind } from './fields.ts';

/**
 * How a custom field is edited, by HighLevel's `dataType` (as its web app and HighLevel OpenAPI locations-v3 name them).
 * The others (lists of text boxes, files, signatures, times) have shapes that HighLevel takes silently and wrongly.
 */
const KINDS: Readonly<Record<string, FieldKind>> = {
  TEXT: 'text',
  LARGE_TEXT: 'longText',
  EMAIL: 'email',
  PHONE: 'phone',
  NUMERICAL: 'number',
  FLOAT: 'number',
  // HighLevel's own spelling; its value is a plain number.
  MONETORY: 'number',
  MONETARY: 'number',
  DATE: 'date',
  SINGLE_OPTIONS: 'choice',
  RADIO: 'choice',
  MULTIPLE_OPTIONS: 'choices',
  CHECKBOX: 'choices',
};

/** `undefined` for a field that is shown and not edited. */
export function customFieldKind(dataType: string | undefined): FieldKind | undefined {
  const name = dataType?.toUpperCase() ?? '';
  return Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
}

/** Any value of a custom field as text: what cannot be edited can still be read. Empty when there is nothing to read. */
export function customValueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return joined(value);
  // A list of text boxes is keyed by ids, a file by its own: what people wrote are the leaves.
  return typeof value === 'object' && value !== null ? joined(Object.values(value)) : '';
}

function joined(values: readonly unknown[]): string {
  return values
    .map(leafText)
    .filter((text) => text !== '')
    .join(', ');
}

function leafText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return customValueText(value);
  const { url, name, value: inner } = value as { url?: unknown; name?: unknown; value?: unknown };
  const told = [name, inner, url].find((text) => typeof text === 'string' || typeof text === 'number');
  return told === undefined ? '' : String(told);
}
