import { useMemo } from 'react';
import { i18n } from '#i18n';
import { useDrafts } from '@/components/drafts/Drafts.tsx';
import { draftKey } from '@/components/drafts/draft.ts';
import { useKeyAction } from '@/components/keyboard/KeyActions.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { EmptyState } from '@/components/ui/EmptyState.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Section } from '@/components/ui/Section.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { useNow } from '@/components/ui/use-now.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { entriesFor, overlayTasks } from '@/lib/outbox/overlay.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useOutbox } from '@/lib/query/outbox.ts';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { ContactTasks } from './ContactTasks.tsx';
import { groupTasks } from './group-tasks.ts';
import { TaskForm } from './TaskForm.tsx';
import { useCompleteByKey } from './use-complete-by-key.ts';
import { useReopenTask } from './use-reopen-task.ts';
import { useTaskActs } from './use-task-acts.ts';

interface TasksSectionProps {
  readonly target: Target & { readonly contactId: string };
  readonly onAdd: () => void;
}

/** The contact's tasks: one click completes, one click takes that back. */
export function TasksSection({ target, onAdd }: TasksSectionProps) {
  const { locationId, contactId } = target;
  const { timeZone } = useConnection();
  const read = useGhl('tasks.list', { contactId });
  const entries = useOutbox();
  const acts = useTaskActs();
  const now = useNow();
  const draft = useDrafts().get(draftKey('task', target));
  const tasks = useMemo(
    () => read.data && overlayTasks(read.data, entriesFor(entries, locationId, contactId)),
    [read.data, entries, locationId, contactId],
  );
  const grouped = useMemo(
    () => tasks && read.data && groupTasks(tasks, read.data, { zone: timeZone, now }),
    [tasks, read.data, timeZone, now],
  );
  useKeyAction('task', onAdd);
  useCompleteByKey();
  useReopenTask(target, tasks);
  const add = (
    <Button look="link" onClick={onAdd}>
      {i18n.t('tasks.add')}
    </Button>
  );
  return (
    <Section
      name={i18n.t('tasks.title')}
      count={grouped && grouped.openCount > 0 ? i18n.t('tasks.open', grouped.openCount) : undefined}
      action={add}
    >
      {draft?.kind === 'task' && <TaskForm draft={draft} />}
      <ReadState read={read} data={grouped} skeleton={<Skeleton rows={3} />}>
        {(shown) => (
          <>
            {shown.open.length === 0 && draft === undefined && <EmptyState>{i18n.t('tasks.empty')}</EmptyState>}
            <ContactTasks tasks={shown} target={target} acts={acts} />
          </>
        )}
      </ReadState>
      {acts.error !== null && <ErrorNote error={acts.error} />}
    </Section>
  );
}
