import { isInHighLevel } from '@/components/tasks/group-tasks.ts';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import type { Task } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import styles from './Timeline.module.css';

interface TaskBoxProps {
  readonly task: Task;
  readonly target: Target & { readonly contactId: string };
  /** The id of the words that name it. */
  readonly titleId: string;
}

/** Completes a task of the timeline, or opens it again. */
export function TaskBox({ task, target, titleId }: TaskBoxProps) {
  const write = useCommitWrite();
  const toggle = (completed: boolean) =>
    write.mutate({ operation: { kind: 'setTaskCompleted', taskId: task.id, title: task.title, completed }, target });
  return (
    <span className={styles.icon}>
      <input
        type="checkbox"
        aria-labelledby={titleId}
        checked={task.completed}
        disabled={!isInHighLevel(task)}
        onChange={(event) => toggle(event.target.checked)}
      />
      {write.error !== null && <ErrorNote error={write.error} />}
    </span>
  );
}
