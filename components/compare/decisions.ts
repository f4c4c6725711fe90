import type { ComparedRow } from '@/lib/contact/compare.ts';
import type { FieldChange, FieldValue } from '@/lib/outbox/entry.ts';

/** What a person, or the site's rule, says of one field: one of the page's values, or HighLevel's. */
export type Decision = { readonly use: 'page'; readonly at: number } | { readonly use: 'highlevel' };

/** Decisions by what was on screen when they were made: of other values they say nothing. */
export type Decisions = ReadonlyMap<string, Decision>;

/** Tells a row with these values from the same row with others. */
export function rowKey({ field, theirs, choices }: ComparedRow): string {
  return JSON.stringify([field.field, theirs, choices.map(({ change }) => change?.to)]);
}

/** `undefined`: nobody has decided. */
export function decisionOf(row: ComparedRow, decisions: Decisions): Decision | undefined {
  const said = decisions.get(rowKey(row));
  if (said !== undefined || row.state === 'pageBlank') return said;
  if (row.proposal === 'ask') return undefined;
  return row.proposal === 'page' ? { use: 'page', at: 0 } : { use: 'highlevel' };
}

/** What would be sent now. */
export function chosenChanges(rows: readonly ComparedRow[], decisions: Decisions): readonly FieldChange[] {
  return rows.flatMap((row) => {
    const decision = decisionOf(row, decisions);
    const isOpen = row.state === 'differs' || row.state === 'blank';
    return isOpen && decision?.use === 'page' ? (row.choices[decision.at]?.change ?? []) : [];
  });
}

/** The page's value for every field that HighLevel has none of. */
export function withBlanksFilled(rows: readonly ComparedRow[], decisions: Decisions): Decisions {
  const blanks = rows.filter(({ state }) => state === 'blank').map((row) => [rowKey(row), { use: 'page', at: 0 }] as const);
  return new Map([...decisions, ...blanks]);
}

/** Whether two lists would send the same. */
export function isSameSending(one: readonly FieldChange[], other: readonly FieldChange[]): boolean {
  const told = (changes: readonly FieldChange[]) =>
    JSON.stringify(changes.map(({ field, from, to }): readonly [string, FieldValue, FieldValue] => [field, from, to]));
  return told(one) === told(other);
}
