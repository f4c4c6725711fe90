import { describe, expect, it } from 'vitest';
import { groupTasks } from '@/components/tasks/group-tasks.ts';
import type { Task } from '@/lib/ghl/models.ts';
import type { WithPending } from '@/lib/outbox/overlay.ts';

/** 21 November 2026, 10:00 in New York. */
const NOW = Date.parse('2026-11-21T15:00:00Z');
const ZONE = 'America/New_York';

function task(id: string, dueDate: string | undefined, rest: Partial<WithPending<Task>> = {}): WithPending<Task> {
  return { id, title: id, completed: false, ...(dueDate ? { dueDate } : {}), ...rest } as WithPending<Task>;
}

/** `listed`: what HighLevel has, where that is not what will be. */
function ids(tasks: readonly WithPending<Task>[], listed: readonly Task[] = tasks) {
  const { open, done } = groupTasks(tasks, listed, { zone: ZONE, now: NOW });
  return {
    ...Object.fromEntries(open.map(({ group, lines }) => [group, lines.map(({ task: { id } }) => id)])),
    done: done.map((line) => line.task.id),
  };
}

describe('tasks by when they are due', () => {
  it("follow the location's calendar, soonest first", () => {
    const tasks = [
      task('later', '2026-11-25T15:00:00Z'),
      // 23:30 on the 21st in New York, though the 22nd in UTC.
      task('tonight', '2026-11-22T04:30:00Z'),
      task('noon', '2026-11-21T17:00:00Z'),
      task('late', '2026-11-19T15:00:00Z'),
      task('dateless', undefined),
    ];
    expect(ids(tasks)).toEqual({ overdue: ['late'], today: ['noon', 'tonight'], later: ['later'], no_date: ['dateless'], done: [] });
  });

  it('fold the done ones, latest first', () => {
    const done = { completed: true };
    expect(ids([task('a', '2026-11-01T15:00:00Z', done), task('b', '2026-11-10T15:00:00Z', done)])).toEqual({ done: ['b', 'a'] });
  });

  it('leave a row where it was while its completion is pending, and count it as done', () => {
    const pending = { opId: '1', state: 'held' } as const;
    const tasks = [task('a', '2026-11-19T15:00:00Z', { completed: true, pending }), task('b', '2026-11-19T16:00:00Z')];
    const listed = [task('a', '2026-11-19T15:00:00Z'), task('b', '2026-11-19T16:00:00Z')];
    expect(ids(tasks, listed)).toEqual({ overdue: ['a', 'b'], done: [] });
    expect(groupTasks(tasks, listed, { zone: ZONE, now: NOW }).openCount).toBe(1);
  });

  it('leave a row open while another change of it is pending', () => {
    const pending = { opId: '1', state: 'held' } as const;
    expect(ids([task('a', '2026-11-19T15:00:00Z', { pending })])).toEqual({ overdue: ['a'], done: [] });
    expect(ids([task('a', '2026-11-19T15:00:00Z', { completed: true, pending })])).toEqual({ done: ['a'] });
  });

  it('leave a done row among the done while its reopening is pending', () => {
    const pending = { opId: '1', state: 'queued' } as const;
    const [listed, shown] = [true, false].map((completed) =>
      task('a', '2026-11-19T15:00:00Z', { completed, ...(completed ? {} : { pending }) }),
    );
    expect(ids(shown ? [shown] : [], listed ? [listed] : [])).toEqual({ done: ['a'] });
  });

  it('show a new task that is still pending among the open ones', () => {
    const pending = { opId: '1', state: 'held' } as const;
    expect(ids([task('pending:1', '2026-11-25T15:00:00Z', { pending })], [])).toEqual({ later: ['pending:1'], done: [] });
  });
});
