import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import fields from '@/components/ui/Field.module.css';
import { Field } from '@/components/ui/Field.tsx';
import { defaultDueDate } from '@/lib/core/due-date.ts';
import { usableTimeZone } from '@/lib/core/time-zones.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useMe } from '@/lib/query/acts.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useCommitGroup } from '@/lib/query/outbox.ts';
import { useServices } from '@/lib/query/services.tsx';
import { AssigneeField } from './AssigneeField.tsx';
import { DetailsField } from './DetailsField.tsx';
import { DueField } from './DueField.tsx';
import { operationsOf, type PlannedTasks, planOf } from './planned-tasks.ts';
import styles from './TaskForm.module.css';
import { TickList } from './TickList.tsx';
import { tasksOf } from './tick-lines.ts';
import { useDueText } from './use-due-text.ts';
import { useReturnFocus } from './use-form-focus.ts';

interface MakeTasksProps {
  readonly target: Target & { readonly contactId: string };
  /** A note or a selection, as text. */
  readonly text: string;
  readonly onDone: () => void;
}

/** Makes one task of a text, or one of each line of its list, all in one act. */
export function MakeTasks({ target, text, onDone }: MakeTasksProps) {
  const form = useRef<HTMLFormElement>(null);
  useReturnFocus(form);
  const plan = usePlan(text);
  const { tasks, change, due } = plan;
  const operations = operationsOf(tasks);
  const { submit, problem, error, isSaving } = useCreate({ target, plan, onDone });
  const closeByKey = (event: KeyboardEvent) => event.key === 'Escape' && onDone();
  return (
    <form ref={form} className={styles.form} aria-label={i18n.t('tasks.make')} onSubmit={submit} onKeyDown={closeByKey}>
      {tasks.isList ? (
        <TickList lines={tasks.lines} onChange={(lines) => change({ lines })} />
      ) : (
        <>
          <Field label={i18n.t('tasks.fieldTitle')} value={tasks.title} autoComplete="off" onText={(title) => change({ title })} />
          <DetailsField value={tasks.details} onChange={(details) => change({ details })} />
        </>
      )}
      {tasks.lines.length > 0 && (
        <Button look="link" className={styles.other} onClick={() => change({ isList: !tasks.isList })}>
          {tasks.isList ? i18n.t('tasks.makeOne') : i18n.t('tasks.makeMany', tasks.lines.length)}
        </Button>
      )}
      <DueField due={due} label={tasks.isList ? i18n.t('tasks.makeDue') : undefined} />
      <AssigneeField
        value={tasks.assignee}
        label={tasks.isList ? i18n.t('tasks.makeAssignee') : undefined}
        onChange={(assignee) => change({ assignee })}
      />
      {problem !== undefined && (
        <p role="alert" className={fields.problem}>
          {problem}
        </p>
      )}
      {error !== null && <ErrorNote error={error} />}
      <div className={styles.acts}>
        <Button type="submit" look="main" disabled={isSaving}>
          {i18n.t('tasks.create', operations.length)}
        </Button>
        <Button onClick={onDone}>{i18n.t('tasks.cancel')}</Button>
      </div>
    </form>
  );
}

/** The tasks as they stand in the form; they begin as the text says, due tomorrow, for the reader. */
function usePlan(text: string) {
  const { now } = useServices().gateway;
  const zone = usableTimeZone(useConnection().timeZone);
  const { id: me } = useMe();
  const [planned, setPlanned] = useState(() => planOf(tasksOf(text), defaultDueDate(zone, now())));
  const change = (changed: Partial<PlannedTasks>) => setPlanned((before) => ({ ...before, ...changed }));
  // Who the reader is may be known only after the first painting.
  const tasks: PlannedTasks = { assignee: me ?? '', ...planned };
  const due = useDueText({ value: tasks.due, zone, onChange: (value) => change({ due: value }) });
  return { tasks, change, due };
}

interface CreateProps {
  readonly target: MakeTasksProps['target'];
  readonly plan: ReturnType<typeof usePlan>;
  readonly onDone: () => void;
}

function useCreate({ target, plan: { tasks, due }, onDone }: CreateProps) {
  const group = useCommitGroup();
  const [problem, setProblem] = useState<string>();
  // Known at once, where React's state is known at the next painting: two quick clicks make the tasks once.
  const isSent = useRef(false);
  function create(planned: PlannedTasks) {
    const missing = problemOf(planned);
    setProblem(missing);
    if (missing !== undefined || isSent.current) return;
    isSent.current = true;
    const operations = operationsOf(planned);
    const writes = operations.map((operation) => ({ operation, target }));
    group.mutate(
      { name: i18n.t('tasks.groupName', operations.length), writes },
      {
        onSuccess: onDone,
        onError: () => {
          isSent.current = false;
        },
      },
    );
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    const coming = due.coming();
    if (coming === undefined) create(tasks);
    else void coming.then((value) => create({ ...tasks, due: value }));
  }
  return { submit, problem, error: group.error, isSaving: group.isPending };
}

function problemOf(tasks: PlannedTasks): string | undefined {
  const ticked = tasks.isList ? tasks.lines.filter(({ isTicked }) => isTicked).map(({ title }) => title) : [tasks.title];
  if (ticked.length === 0) return i18n.t('tasks.needOne');
  if (ticked.some((title) => title.trim() === '')) return i18n.t(tasks.isList ? 'tasks.needTitles' : 'tasks.needTitle');
  return tasks.due === '' ? i18n.t('tasks.needDue') : undefined;
}
