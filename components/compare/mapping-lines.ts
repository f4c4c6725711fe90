import { i18n } from '#i18n';
import type { KnownField } from '@/lib/contact/compare.ts';
import type { ConflictRule, FieldMapping, PageField, PageFieldRef, Transform } from '@/lib/contact/mapping.ts';

/** A line while it is edited. */
export interface EditedLine {
  /** Tells it from the others while they are moved about. */
  readonly id: number;
  readonly line: FieldMapping;
}

export const RULES: readonly ConflictRule[] = ['ask', 'page', 'highlevel', 'blanks'];
export const TRANSFORMS: readonly Transform['kind'][] = ['trim', 'case', 'e164', 'date', 'split', 'lookup'];
/** What can be read of any page. */
const READ: readonly PageFieldRef[] = ['name', 'email', 'phone', 'company'];

/** More than the schema of a mapping takes. */
export const MAX_LINES = 60;
export const MAX_TRANSFORMS = 10;

/** What a transform of that kind does until a person says more. */
export function newTransform(kind: Transform['kind'], sample: string): Transform {
  switch (kind) {
    case 'case':
      return { kind, to: 'title' };
    case 'date':
      return { kind, order: 'dmy' };
    case 'split':
      return { kind, part: 'first' };
    case 'lookup':
      return { kind, table: [{ from: sample.slice(0, 500), to: '' }] };
    default:
      return { kind };
  }
}

/** The page's fields that a line may start from: what is always read, what the page shows now, and what the line has. */
export function pageFieldRefs(fields: readonly PageField[], own: PageFieldRef): readonly PageFieldRef[] {
  const labels = fields.map(({ label }): PageFieldRef => `label:${label}`);
  return [...new Set([...READ, ...labels, own])];
}

/** A line for the first of the page's fields that none has yet, into the field of that name if there is one. */
export function newLine(lines: readonly EditedLine[], fields: readonly PageField[], known: readonly KnownField[]): EditedLine {
  const refs = pageFieldRefs(fields, 'name');
  const from = refs.find((ref) => ref.startsWith('label:') && !lines.some(({ line }) => line.from === ref)) ?? 'name';
  const free = known.filter(({ field }) => !lines.some(({ line }) => line.to === field));
  const named = free.find(({ label }) => `label:${label}`.toLowerCase() === from.toLowerCase());
  const to = (named ?? free[0] ?? known[0])?.field ?? 'firstName';
  return { id: Math.max(0, ...lines.map(({ id }) => id)) + 1, line: { from, to, transforms: [], rule: 'ask' } };
}

/** The lines with one of them a place up or down. */
export function moved(lines: readonly EditedLine[], at: number, by: -1 | 1): readonly EditedLine[] {
  const line = lines[at];
  return line === undefined ? lines : lines.toSpliced(at, 1).toSpliced(at + by, 0, line);
}

export const transformName = (kind: Transform['kind']) => i18n.t(`mapping.transform.${kind}`);
