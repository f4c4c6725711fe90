import { type ReactNode, useId, useState } from 'react';
import { i18n } from '#i18n';
import { PendingMark } from '@/components/outbox/PendingMark.tsx';
import { RichText } from '@/components/ui/RichText.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import { isInHighLevel, type TaskLine } from './group-tasks.ts';
import styles from './TaskRow.module.css';
import { TaskRowActs } from './TaskRowActs.tsx';

interface TaskRowProps {
  readonly line: TaskLine;
  /** Absent when the task can not be changed here. */
  readonly onToggle: ((completed: boolean) => void) | undefined;
  readonly onEdit?: (() => void) | undefined;
  readonly onDelete?: (() => void) | undefined;
  /** A few quiet words after the title: who is to do it, or for whom it is. */
  readonly who?: string | undefined;
  /** More acts of the row. */
  readonly acts?: ReactNode;
  /** A line below the row. */
  readonly below?: ReactNode;
  /** The form that stands in the row's place. */
  readonly form?: ReactNode;
}

/** One task: a box that completes it, its title, when it is due. Its acts come with the pointer or the focus. */
export function TaskRow({ line, onToggle, onEdit, onDelete, who, acts, below, form }: TaskRowProps) {
  const { task } = line;
  const [titleId, bodyId] = [useId(), useId()];
  const [isOpen, setOpen] = useState(false);
  const title = displayText(task.title || i18n.t('tasks.untitled'));
  const isHere = isInHighLevel(task);
  const details = task.body ? { id: bodyId, isOpen, toggle: () => setOpen(!isOpen) } : undefined;
  return (
    <li data-row data-task-id={task.id} tabIndex={-1} className={styles.item}>
      {form ?? (
        <>
          <div className={lookOf(line)}>
            <span className={styles.hit}>
              <input
                type="checkbox"
                aria-labelledby={titleId}
                checked={task.completed}
                disabled={!isHere || onToggle === undefined}
                onChange={(event) => onToggle?.(event.target.checked)}
              />
            </span>
            <span className={styles.words} title={title.slice(0, 1_000)}>
              <span id={titleId} className={styles.title}>
                <Text>{title}</Text>
              </span>
              {who && (
                <span className={styles.who}>
                  <Text>{who}</Text>
                </span>
              )}
            </span>
            <When line={line} />
            <TaskRowActs title={title} onEdit={isHere ? onEdit : undefined} onDelete={isHere ? onDelete : undefined} details={details}>
              {acts}
            </TaskRowActs>
          </div>
          {isOpen && task.body && (
            <div id={bodyId} className={styles.body}>
              <RichText html={task.body} />
            </div>
          )}
          {below}
        </>
      )}
    </li>
  );
}

function lookOf({ task, group }: TaskLine): string {
  const isLate = group === 'overdue' && !task.completed;
  return [styles.row, task.completed && styles.isDone, isLate && styles.isLate].filter(Boolean).join(' ');
}

function When({ line }: { readonly line: TaskLine }) {
  if (line.task.pending) return <PendingMark pending={line.task.pending} />;
  const due = line.due();
  if (due === undefined) return null;
  return (
    <time className={styles.when} dateTime={new Date(due.at).toISOString()} title={due.absolute}>
      {due.text}
    </time>
  );
}
