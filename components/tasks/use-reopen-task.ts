import { useDrafts } from '@/components/drafts/Drafts.tsx';
import { draftKey } from '@/components/drafts/draft.ts';
import { changesFor, useReopens, wishedText } from '@/components/outbox/edit-again.ts';
import { usableTimeZone } from '@/lib/core/time-zones.ts';
import type { Task } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { editOf } from './use-task-draft.ts';

/** Opens the form of a task again for a change of it that HighLevel did not accept; one that is open stays as it is. */
export function useReopenTask(target: Target, tasks: readonly Task[] | undefined): void {
  const drafts = useDrafts();
  const { timeZone } = useConnection();
  useReopens((entry) => {
    const update = changesFor('updateTask', entry, target);
    const task = update && tasks?.find(({ id }) => id === update.taskId);
    if (update === undefined || task === undefined) return undefined;
    return () => {
      if (drafts.get(draftKey('taskEdit', target, task.id)) !== undefined) return;
      const draft = editOf(task, target, usableTimeZone(timeZone));
      const wished = (field: string) => wishedText(update.changes, field);
      drafts.put({
        ...draft,
        title: wished('title') ?? draft.title,
        due: wished('dueDate') ?? draft.due,
        details: wished('body') ?? draft.details,
        assignee: wished('assignedTo') ?? draft.assignee,
      });
    };
  }, tasks !== undefined);
}
