import { dateTexts } from '@/components/ui/date-texts.ts';
import { type DueLabel, dueLabel } from '@/lib/core/date-labels.ts';
import type { Task } from '@/lib/ghl/models.ts';
import type { WithPending } from '@/lib/outbox/overlay.ts';

export interface TaskLine {
  readonly task: WithPending<Task>;
  /** Absent when the task has no readable date. */
  readonly due: DueLabel | undefined;
}

export type TaskGroup = 'overdue' | 'today' | 'later' | 'no_date';

export interface GroupedTasks {
  /** Groups that have tasks, in the order to show them. */
  readonly open: readonly { readonly group: TaskGroup; readonly lines: readonly TaskLine[] }[];
  readonly openCount: number;
  /** Latest first. */
  readonly done: readonly TaskLine[];
}

const ORDER: readonly TaskGroup[] = ['overdue', 'today', 'later', 'no_date'];

/**
 * Tasks by when they are due on the location's calendar. A task whose completion is still pending stays where it was,
 * so that no row jumps away under the pointer.
 */
export function groupTasks(tasks: readonly WithPending<Task>[], zone: string | undefined, now: number): GroupedTasks {
  const lines = tasks.map((task): TaskLine => ({ task, due: dueLabel(task.dueDate, zone, now, dateTexts) }));
  const open = lines.filter(({ task }) => !isDone(task)).sort((a, b) => at(a) - at(b));
  return {
    open: ORDER.map((group) => ({ group, lines: open.filter(({ due }) => (due?.group ?? 'no_date') === group) })).filter(
      ({ lines: inGroup }) => inGroup.length > 0,
    ),
    openCount: open.filter(({ task }) => !task.completed).length,
    done: lines.filter(({ task }) => isDone(task)).sort((a, b) => at(b) - at(a)),
  };
}

/** As HighLevel has it: a pending change is the opposite of what the list says, until the list is read again. */
function isDone(task: WithPending<Task>): boolean {
  const isChanging = isInHighLevel(task) && task.pending !== undefined && !['failed', 'parked', 'sent'].includes(task.pending.state);
  return isChanging ? !task.completed : task.completed;
}

/** Whether HighLevel has the task; a new one has an id of the outbox until then. */
export function isInHighLevel({ id }: Task): boolean {
  return !id.startsWith('pending:');
}

function at({ due }: TaskLine): number {
  return due?.at ?? Number.MAX_SAFE_INTEGER;
}
