import { useMemo } from 'react';
import { i18n } from '#i18n';
import { EmptyState } from '@/components/ui/EmptyState.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { useNow } from '@/components/ui/use-now.ts';
import { overlayTasks } from '@/lib/outbox/overlay.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useOutbox } from '@/lib/query/outbox.ts';
import { useGhlList } from '@/lib/query/use-ghl.ts';
import { groupTasks } from './group-tasks.ts';
import { MyTaskRow } from './MyTaskRow.tsx';
import { TaskGroups } from './TaskGroups.tsx';
import styles from './Tasks.module.css';
import { useCompleteByKey } from './use-complete-by-key.ts';
import { useTaskActs } from './use-task-acts.ts';

/** One user's open tasks across contacts. */
export function MyTaskList({ userId }: { readonly userId: string }) {
  const { locationId, timeZone } = useConnection();
  const read = useGhlList('tasks.searchInLocation', { locationId, assignedTo: [userId] });
  const entries = useOutbox();
  const acts = useTaskActs();
  const now = useNow();
  useCompleteByKey();
  const tasks = useMemo(() => {
    // What is being added for somebody is seen with them.
    const here = entries.filter(({ operation, target }) => target.locationId === locationId && operation.kind !== 'createTask');
    return read.data && overlayTasks(read.data.rows, here);
  }, [read.data, entries, locationId]);
  const grouped = useMemo(
    () => tasks && read.data && groupTasks(tasks, read.data.rows, { zone: timeZone, now }),
    [tasks, read.data, timeZone, now],
  );
  return (
    <>
      <ReadState read={read} data={grouped} skeleton={<Skeleton rows={4} />}>
        {(shown) => (
          <>
            {shown.open.length === 0 && <EmptyState>{i18n.t('tasks.mineEmpty')}</EmptyState>}
            {read.data?.isCut && <p className={styles.cut}>{i18n.t('ui.cut', read.data.rows.length)}</p>}
            <TaskGroups tasks={shown} heading="h2" row={(line) => <MyTaskRow key={line.task.id} line={line} acts={acts} />} />
          </>
        )}
      </ReadState>
      {acts.error !== null && <ErrorNote error={acts.error} />}
    </>
  );
}
