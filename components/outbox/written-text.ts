import { plainText } from '@/components/ui/rich-text-plain.ts';
import type { FieldChange, Operation } from '@/lib/outbox/entry.ts';
import { namesPeople } from './change-text.ts';

/** The whole of what a person has written, as text to take along; `undefined` where the row's own words are all of it. */
export function writtenText(operation: Operation): string | undefined {
  switch (operation.kind) {
    case 'createNote':
    case 'createAppointmentNote':
      return plainText(operation.body);
    case 'createTask':
      return [operation.title, plainText(operation.body ?? '')].filter((part) => part !== '').join('\n');
    default:
      return 'changes' in operation ? changedText(operation.changes) : undefined;
  }
}

function changedText(changes: readonly FieldChange[]): string | undefined {
  const texts = changes
    .filter(({ field, to }) => !namesPeople(field) && to !== null && to !== '' && typeof to !== 'boolean')
    .map((change) => ({ ...change, text: textOf(change) }));
  if (texts.length === 0) return undefined;
  return texts.length === 1 ? texts[0]?.text : texts.map(({ label, text }) => `${label}: ${text}`).join('\n');
}

function textOf({ field, to }: FieldChange): string {
  if (Array.isArray(to)) return to.join(', ');
  return field === 'body' || field === 'description' ? plainText(String(to)) : String(to);
}
