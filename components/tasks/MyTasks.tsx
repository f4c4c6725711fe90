import { useMemo } from 'react';
import { i18n } from '#i18n';
import { EmptyState } from '@/components/ui/EmptyState.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { useNow } from '@/components/ui/use-now.ts';
import { overlayTasks } from '@/lib/outbox/overlay.ts';
import { useMe } from '@/lib/query/acts.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useCommitWrite, useOutbox } from '@/lib/query/outbox.ts';
import { useGhlList } from '@/lib/query/use-ghl.ts';
import { groupTasks } from './group-tasks.ts';
import { TaskGroups } from './TaskGroups.tsx';
import { TaskRow } from './TaskRow.tsx';
import styles from './Tasks.module.css';
import { WhoAreYou } from './WhoAreYou.tsx';

/** The reader's own open tasks, overdue first: what the panel shows where there is no contact. */
export function MyTasks() {
  const me = useMe();
  return (
    <div className={styles.mine}>
      <h1>{i18n.t('tasks.mine')}</h1>
      {me.isKnown && me.id === undefined && (
        <>
          <p>{i18n.t('tasks.whyWho')}</p>
          <WhoAreYou onChoose={me.choose} />
        </>
      )}
      {me.id !== undefined && <TasksOf userId={me.id} />}
    </div>
  );
}

function TasksOf({ userId }: { readonly userId: string }) {
  const { locationId, timeZone } = useConnection();
  const read = useGhlList('tasks.searchInLocation', { locationId, assignedTo: [userId] });
  const entries = useOutbox();
  const write = useCommitWrite();
  const now = useNow();
  const grouped = useMemo(() => {
    const here = entries.filter(({ operation, target }) => target.locationId === locationId && operation.kind === 'setTaskCompleted');
    return read.data && groupTasks(overlayTasks(read.data.rows, here), timeZone, now);
  }, [read.data, entries, locationId, timeZone, now]);
  function toggle(taskId: string, contactId: string, title: string, completed: boolean) {
    write.mutate({ operation: { kind: 'setTaskCompleted', taskId, title, completed }, target: { locationId, contactId, shownAs: '' } });
  }
  return (
    <>
      <ReadState read={read} data={grouped} skeleton={<Skeleton rows={4} />}>
        {(tasks) => (
          <>
            {tasks.open.length === 0 && <EmptyState>{i18n.t('tasks.mineEmpty')}</EmptyState>}
            {read.data?.isCut && <p className={styles.cut}>{i18n.t('ui.cut', read.data.rows.length)}</p>}
            <TaskGroups
              tasks={tasks}
              heading="h2"
              row={(line) => {
                const { id, contactId, title } = line.task;
                return (
                  <TaskRow key={id} line={line} onToggle={contactId ? (completed) => toggle(id, contactId, title, completed) : undefined} />
                );
              }}
            />
          </>
        )}
      </ReadState>
      {write.error !== null && <ErrorNote error={write.error} />}
    </>
  );
}
