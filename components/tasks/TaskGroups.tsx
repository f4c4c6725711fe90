import { type ReactNode, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import type { GroupedTasks, TaskGroup, TaskLine } from './group-tasks.ts';
import styles from './Tasks.module.css';

interface TaskGroupsProps {
  readonly tasks: GroupedTasks;
  /** One level below the heading these groups stand under. */
  readonly heading: 'h2' | 'h3';
  readonly row: (line: TaskLine) => ReactNode;
}

/** Rows that are drawn before a person asks for more: a contact may have hundreds. */
const PAGE = 50;
/** Of the done ones, which are folded. */
const DONE_PAGE = 20;

/** Open tasks by when they are due, the done ones folded. */
export function TaskGroups({ tasks: { open, done }, heading: Heading, row }: TaskGroupsProps) {
  const isNamed = open.length > 1 || open.some(({ group }) => group === 'overdue');
  return (
    <>
      {open.map(({ group, lines }) => (
        <div key={group}>
          {isNamed && <Heading className={`${styles.group} ${group === 'overdue' ? styles.lateGroup : ''}`}>{groupName(group)}</Heading>}
          <Rows lines={lines} page={PAGE} row={row} />
        </div>
      ))}
      {done.length > 0 && (
        <details className={styles.done}>
          <summary>{i18n.t('tasks.done', done.length)}</summary>
          <Rows lines={done} page={DONE_PAGE} row={row} />
        </details>
      )}
    </>
  );
}

/** Rows page by page; how many are left is always said. */
function Rows({ lines, page, row }: { readonly lines: readonly TaskLine[]; readonly page: number; readonly row: TaskGroupsProps['row'] }) {
  const [shown, setShown] = useState(page);
  const rest = lines.length - shown;
  return (
    <>
      <ul>{lines.slice(0, shown).map(row)}</ul>
      {rest > 0 && (
        <Button look="link" onClick={() => setShown(shown + PAGE)}>
          {i18n.t('tasks.more', { count: String(Math.min(PAGE, rest)), rest: String(rest) })}
        </Button>
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
