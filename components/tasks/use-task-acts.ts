import { i18n } from '#i18n';
import { parseMoment } from '@/lib/core/dates.ts';
import { toIsoSeconds } from '@/lib/core/due-date.ts';
import type { Task } from '@/lib/ghl/models.ts';
import type { Operation, Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';

/** What a click does to a task of HighLevel's; each is stored at once and held for a while. */
export interface TaskActs {
  toggle(task: Task, target: Target, completed: boolean): void;
  remove(task: Task, target: Target): void;
  /** `at`: epoch milliseconds. */
  postpone(task: Task, target: Target, at: number): void;
  readonly error: Error | null;
}

export function useTaskActs(): TaskActs {
  const write = useCommitWrite();
  const commit = (target: Target, operation: Operation) => write.mutate({ operation, target });
  return {
    toggle: ({ id, title }, target, completed) => commit(target, { kind: 'setTaskCompleted', taskId: id, title, completed }),
    remove: ({ id, title }, target) => commit(target, { kind: 'deleteTask', taskId: id, title }),
    postpone({ id, title, dueDate }, target, at) {
      const from = parseMoment(dueDate, 'UTC');
      const change = {
        field: 'dueDate',
        label: i18n.t('tasks.fieldDue'),
        from: from === undefined ? null : toIsoSeconds(from),
        to: toIsoSeconds(at),
      };
      commit(target, { kind: 'updateTask', taskId: id, title, changes: [change] });
    },
    error: write.error,
  };
}
