import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useDrafts } from '@/components/drafts/Drafts.tsx';
import type { TaskDraft, TaskEditDraft } from '@/components/drafts/draft.ts';
import { useSaveDraft } from '@/components/drafts/use-save-draft.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import fields from '@/components/ui/Field.module.css';
import { Field } from '@/components/ui/Field.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import { AssigneeField } from './AssigneeField.tsx';
import { DetailsField } from './DetailsField.tsx';
import { DueField } from './DueField.tsx';
import styles from './TaskForm.module.css';
import { type FormProblem, formProblem, problemText } from './task-problem.ts';
import { useDueText } from './use-due-text.ts';
import { useFormFocus } from './use-form-focus.ts';

interface TaskFormProps {
  /** A new task or a changed one, for the contact the form was opened for. */
  readonly draft: TaskDraft | TaskEditDraft;
}

/** Writes a task, or changes one in its place. */
export function TaskForm({ draft }: TaskFormProps) {
  const { put, drop } = useDrafts();
  const { save, error, isSaving } = useSaveDraft();
  const [problem, setProblem] = useState<FormProblem>();
  const title = useRef<HTMLInputElement>(null);
  const awaited = useRef<Promise<string>>(undefined);
  useFormFocus(title);
  const change = (changed: Partial<typeof draft>) => put({ ...draft, ...changed } as typeof draft); // of the draft's own kind
  const due = useDueText({ value: draft.due, zone: draft.zone, onChange: (value) => change({ due: value }) });
  function submit(event: FormEvent) {
    event.preventDefault();
    const coming = due.coming();
    if (coming === undefined) return finish(draft);
    // A second quick click waits for the same reading.
    if (awaited.current === coming) return;
    awaited.current = coming;
    void coming.then((value) => finish({ ...draft, due: value }));
  }
  function finish(whole: typeof draft) {
    const missing = formProblem(whole);
    setProblem(missing);
    if (missing === 'same') drop(draft);
    else if (missing === undefined) save(whole);
  }
  const cancelByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    drop(draft);
  };
  return (
    <form className={styles.form} aria-label={nameOf(draft)} onSubmit={submit} onKeyDown={cancelByKey}>
      <Field
        ref={title}
        label={i18n.t('tasks.fieldTitle')}
        value={draft.title}
        autoComplete="off"
        onText={(text) => change({ title: text })}
      />
      <DueField due={due} />
      <DetailsField
        value={draft.details}
        isFormatted={draft.kind === 'taskEdit' && draft.from.body !== draft.start.details}
        onChange={(details) => change({ details })}
      />
      <AssigneeField value={draft.assignee} onChange={(assignee) => change({ assignee })} />
      {problem !== undefined && problem !== 'same' && (
        <p role="alert" className={fields.problem}>
          {problemText(problem)}
        </p>
      )}
      {error !== null && <ErrorNote error={error} />}
      <div className={styles.acts}>
        <Button type="submit" look="main" disabled={isSaving}>
          {i18n.t('tasks.save')}
        </Button>
        <Button onClick={() => drop(draft)}>{i18n.t('tasks.cancel')}</Button>
      </div>
    </form>
  );
}

function nameOf(draft: TaskDraft | TaskEditDraft): string {
  if (draft.kind === 'task') return i18n.t('tasks.add');
  return i18n.t('tasks.edit', { title: displayText(draft.from.title || i18n.t('tasks.untitled')) });
}
