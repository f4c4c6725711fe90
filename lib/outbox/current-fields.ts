import * as z from 'zod';
import { CUSTOM, realChanges, type Update } from './fields.ts';

const record = z.record(z.string(), z.unknown());
const customFields = z.array(z.object({ id: z.string(), value: z.unknown() })).catch([]);

/** The values that a record of HighLevel's names for the fields of an update, by field; what it does not name is left out. */
export function currentOf(update: Update, answer: unknown): ReadonlyMap<string, unknown> {
  const row = record.safeParse(answer).data ?? {};
  const custom = customFields.parse(row.customFields);
  return new Map(
    realChanges(update).flatMap(({ field }): [string, unknown][] => {
      const value = field.startsWith(CUSTOM) ? custom.find(({ id }) => `${CUSTOM}${id}` === field)?.value : row[nameIn(update, field)];
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

/** An appointment's description is read under another name than it is written. */
function nameIn({ kind }: Update, field: string): string {
  return kind === 'updateAppointment' && field === 'description' ? 'notes' : field;
}
