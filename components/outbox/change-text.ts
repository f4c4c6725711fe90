import { i18n } from '#i18n';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { plainText } from '@/components/ui/rich-text-plain.ts';
import { absoluteTime } from '@/lib/core/date-labels.ts';
import { parseMoment } from '@/lib/core/dates.ts';
import type { User } from '@/lib/ghl/models.ts';
import type { FieldChange, Operation } from '@/lib/outbox/entry.ts';

/** What is needed to show values as people know them. */
export interface ValueFacts {
  /** The location's. */
  readonly timeZone: string | undefined;
  readonly users: readonly User[];
}

/** Fields that hold a user's id. */
const PEOPLE: ReadonlySet<string> = new Set(['assignedTo', 'assignedUserId']);
const MOMENTS: ReadonlySet<string> = new Set(['dueDate', 'startTime', 'endTime']);
/** Texts that may be formatted. */
const BODIES: ReadonlySet<string> = new Set(['body', 'description']);

/** A field's value in words; "Empty" where there is none. */
export function valueText(field: string, value: unknown, { timeZone, users }: ValueFacts): string {
  if (value === null || value === undefined || value === '') return i18n.t('outbox.empty');
  if (Array.isArray(value)) return value.length === 0 ? i18n.t('outbox.empty') : value.map(String).join(', ');
  if (typeof value === 'boolean') return value ? i18n.t('outbox.checked') : i18n.t('outbox.unchecked');
  const text = String(value);
  if (PEOPLE.has(field)) return users.find(({ id }) => id === text)?.name || text;
  if (MOMENTS.has(field)) return momentText(text, timeZone);
  return BODIES.has(field) ? plainText(text) : text;
}

function momentText(text: string, zone: string | undefined): string {
  const moment = parseMoment(text, zone);
  return moment === undefined ? text : absoluteTime(moment, zone, dateTexts);
}

export function namesPeople(field: string): boolean {
  return PEOPLE.has(field);
}

/** What an operation wants of fields of a record: its changes, or the name that it goes by. */
export function wishesOf(operation: Operation): readonly Pick<FieldChange, 'field' | 'label' | 'to'>[] {
  if ('changes' in operation) return operation.changes;
  if (operation.kind === 'renameTag') return [{ field: 'name', label: i18n.t('outbox.tagName'), to: operation.to }];
  if (operation.kind === 'deleteTag') return [{ field: 'name', label: i18n.t('outbox.tagName'), to: operation.tag }];
  return [];
}
