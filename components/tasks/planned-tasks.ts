import type { Operation } from '@/lib/outbox/entry.ts';
import type { TextTasks } from './tick-lines.ts';

export interface PlannedLine {
  /** Its place in the text. */
  readonly id: number;
  readonly title: string;
  readonly isTicked: boolean;
}

/** Tasks about to be made of a text: its lines, or the text as one. */
export interface PlannedTasks {
  readonly isList: boolean;
  readonly lines: readonly PlannedLine[];
  readonly title: string;
  readonly details: string;
  /** ISO 8601 UTC; empty while there is none. */
  readonly due: string;
  /** A user's id; empty for nobody. */
  readonly assignee: string;
}

/** All of the text, as it is written; nobody is chosen for it yet. */
export function planOf({ title, details, lines }: TextTasks, due: string): Omit<PlannedTasks, 'assignee'> & Partial<PlannedTasks> {
  const planned = lines.map((line, id) => ({ id, title: line, isTicked: true }));
  return { isList: lines.length > 0, lines: planned, title, details, due };
}

/** The writes, in the order of the text. */
export function operationsOf({ isList, lines, title, details, due, assignee }: PlannedTasks): readonly Operation[] {
  const one = { title, ...(details.trim() === '' ? {} : { body: details.trim() }) };
  const asked = isList ? lines.filter(({ isTicked }) => isTicked).map((line) => ({ title: line.title })) : [one];
  const common = { dueDate: due, ...(assignee === '' ? {} : { assignedTo: assignee }) };
  return asked.map((task) => ({ kind: 'createTask', ...task, title: task.title.trim(), ...common }));
}
