import { useId } from 'react';
import { i18n } from '#i18n';
import { PendingMark } from '@/components/outbox/PendingMark.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import { isInHighLevel, type TaskLine } from './group-tasks.ts';
import styles from './Tasks.module.css';

interface TaskRowProps {
  readonly line: TaskLine;
  /** Absent when the task can not be changed here. */
  readonly onToggle: ((completed: boolean) => void) | undefined;
}

/** One task: a box that completes it, its title, when it is due. */
export function TaskRow({ line: { task, due }, onToggle }: TaskRowProps) {
  const titleId = useId();
  const title = task.title || i18n.t('tasks.untitled');
  const isLate = due?.group === 'overdue' && !task.completed;
  return (
    <li className={`${styles.row} ${task.completed ? styles.isDone : ''} ${isLate ? styles.isLate : ''}`}>
      <span className={styles.hit}>
        <input
          type="checkbox"
          aria-labelledby={titleId}
          checked={task.completed}
          disabled={!isInHighLevel(task) || onToggle === undefined}
          onChange={(event) => onToggle?.(event.target.checked)}
        />
      </span>
      <span id={titleId} className={styles.title} title={displayText(title).slice(0, 1_000)}>
        <Text>{title}</Text>
      </span>
      {task.pending ? (
        <PendingMark pending={task.pending} />
      ) : (
        due && (
          <time className={styles.when} dateTime={new Date(due.at).toISOString()} title={due.absolute}>
            {due.text}
          </time>
        )
      )}
    </li>
  );
}
