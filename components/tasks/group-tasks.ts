import { dateTexts } from '@/components/ui/date-texts.ts';
import { type DueLabel, dueLabel } from '@/lib/core/date-labels.ts';
import { parseMoment } from '@/lib/core/dates.ts';
import { startOfDay } from '@/lib/core/due-date.ts';
import { usableTimeZone } from '@/lib/core/time-zones.ts';
import type { Task } from '@/lib/ghl/models.ts';
import type { WithPending } from '@/lib/outbox/overlay.ts';

export interface TaskLine {
  readonly task: WithPending<Task>;
  readonly group: TaskGroup;
  /** How its due date reads; `undefined` for none that is readable. Asked for by rows that are drawn, of hundreds. */
  due(): DueLabel | undefined;
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

interface Present {
  /** The location's. */
  readonly zone: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Tasks by when they are due on the location's calendar. A task whose completion is still pending stays where it was,
 * so that no row jumps away under the pointer: `listed` is what HighLevel has, `tasks` what it will have.
 */
export function groupTasks(tasks: readonly WithPending<Task>[], listed: readonly Task[], { zone, now }: Present): GroupedTasks {
  const wasCompleted = new Map(listed.map(({ id, completed }) => [id, completed]));
  const isDone = (task: WithPending<Task>) => (isChanging(task) ? wasCompleted.get(task.id) : undefined) ?? task.completed;
  const endOfToday = startOfDay(zone, now, 1) ?? now;
  const lines = tasks.map((task) => lineOf(task, { zone, now, endOfToday }));
  const open = lines.filter(({ task }) => !isDone(task)).sort((a, b) => a.at - b.at);
  return {
    open: ORDER.map((group) => ({ group, lines: open.filter((line) => line.group === group) })).filter(
      ({ lines: inGroup }) => inGroup.length > 0,
    ),
    openCount: open.filter(({ task }) => !task.completed).length,
    done: lines.filter(({ task }) => isDone(task)).sort((a, b) => b.at - a.at),
  };
}

function lineOf(task: WithPending<Task>, { zone, now, endOfToday }: Present & { readonly endOfToday: number }) {
  const at = parseMoment(task.dueDate, usableTimeZone(zone));
  const group: TaskGroup = at === undefined ? 'no_date' : at < now ? 'overdue' : at < endOfToday ? 'today' : 'later';
  return { task, group, at: at ?? Number.MAX_SAFE_INTEGER, due: () => dueLabel(task.dueDate, zone, now, dateTexts) };
}

function isChanging({ pending }: WithPending<Task>): boolean {
  return pending !== undefined && !['failed', 'parked', 'sent'].includes(pending.state);
}

/** Whether HighLevel has the task; a new one has an id of the outbox until then. */
export function isInHighLevel({ id }: Task): boolean {
  return !id.startsWith('pending:');
}
