import { i18n } from '#i18n';
import type { Operation } from '@/lib/outbox/entry.ts';

/** One thing that HighLevel did not accept. */
export interface FieldProblem {
  /** What the panel calls the field; `undefined` when HighLevel's words name none that was sent. */
  readonly label: string | undefined;
  /** HighLevel's own words. */
  readonly words: string;
}

const CUSTOM = 'custom:';

/** HighLevel's words, each with the field that it speaks of: "email must be an email", "property city should not exist". */
export function fieldProblems(operation: Operation, problems: readonly string[]): readonly FieldProblem[] {
  const labels = labelsOf(operation);
  return problems.map((words) => ({ label: labelIn(words, operation, labels), words }));
}

function labelIn(words: string, operation: Operation, labels: ReadonlyMap<string, string>): string | undefined {
  const custom = /\bcustomFields\.(\d+)/.exec(words)?.[1];
  if (custom !== undefined) return customLabel(operation, Number(custom));
  return words
    .split(/[^A-Za-z0-9]+/)
    .map((word) => labels.get(word))
    .find((label) => label !== undefined);
}

/** HighLevel counts the custom fields of a request. */
function customLabel(operation: Operation, index: number): string | undefined {
  if (!('changes' in operation)) return undefined;
  return operation.changes.filter(({ field }) => field.startsWith(CUSTOM))[index]?.label;
}

/** The fields that were sent, by HighLevel's name for them. */
function labelsOf(operation: Operation): ReadonlyMap<string, string> {
  if ('changes' in operation) return new Map(operation.changes.map(({ field, label }) => [field, label]));
  const known = Object.entries(namesFor(operation.kind));
  return new Map(known.filter(([field]) => field in operation));
}

function namesFor(kind: Operation['kind']): Readonly<Record<string, string>> {
  switch (kind) {
    case 'createContact':
      return {
        firstName: i18n.t('create.firstName'),
        lastName: i18n.t('create.lastName'),
        email: i18n.t('create.email'),
        phone: i18n.t('create.phone'),
        companyName: i18n.t('create.company'),
        tags: i18n.t('tags.title'),
      };
    case 'createTask':
      return {
        title: i18n.t('tasks.fieldTitle'),
        body: i18n.t('tasks.fieldDetails'),
        dueDate: i18n.t('tasks.fieldDue'),
        assignedTo: i18n.t('tasks.fieldAssignee'),
      };
    case 'createNote':
      return { body: i18n.t('quick.note') };
    case 'createBusiness':
      return { email: i18n.t('create.email'), phone: i18n.t('create.phone') };
    default:
      return {};
  }
}
