import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { GroupedTasks, TaskGroup, TaskLine } from './group-tasks.ts';
import styles from './Tasks.module.css';

interface TaskGroupsProps {
  readonly tasks: GroupedTasks;
  /** One level below the heading these groups stand under. */
  readonly heading: 'h2' | 'h3';
  readonly row: (line: TaskLine) => ReactNode;
}

/** Open tasks by when they are due, the done ones folded. */
export function TaskGroups({ tasks: { open, done }, heading: Heading, row }: TaskGroupsProps) {
  const isNamed = open.length > 1 || open.some(({ group }) => group === 'overdue');
  return (
    <>
      {open.map(({ group, lines }) => (
        <div key={group}>
          {isNamed && <Heading className={`${styles.group} ${group === 'overdue' ? styles.lateGroup : ''}`}>{groupName(group)}</Heading>}
          <ul>{lines.map(row)}</ul>
        </div>
      ))}
      {done.length > 0 && (
        <details className={styles.done}>
          <summary>{i18n.t('tasks.done', done.length)}</summary>
          <ul>{done.map(row)}</ul>
        </details>
      )}
    </>
  );
}

function groupName(group: TaskGroup): string {
  switch (group) {
    case 'overdue':
      return i18n.t('tasks.overdue');
    case 'today':
      return i18n.t('tasks.today');
    case 'later':
      return i18n.t('tasks.later');
    case 'no_date':
      return i18n.t('tasks.noDate');
  }
}
