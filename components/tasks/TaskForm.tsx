import { type FormEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useDrafts } from '@/components/drafts/Drafts.tsx';
import type { TaskDraft } from '@/components/drafts/draft.ts';
import { operationOf } from '@/components/drafts/draft.ts';
import { useSaveDraft } from '@/components/drafts/use-save-draft.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import fields from '@/components/ui/Field.module.css';
import { Field } from '@/components/ui/Field.tsx';
import { readerTimeZone, zoneCity } from '@/lib/core/time-zones.ts';
import { AssigneeField } from './AssigneeField.tsx';
import styles from './TaskForm.module.css';

/** Takes the focus, and leaves it with the section's own button when the form goes away under it. */
function useFocusHere(field: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const [form, section] = [field.current?.closest('form'), field.current?.closest('section')];
    field.current?.focus();
    return () => {
      if (form?.contains(document.activeElement)) section?.querySelector('button')?.focus();
    };
  }, [field]);
}

/** A new task for the contact the form was opened for. */
export function TaskForm({ draft }: { readonly draft: TaskDraft }) {
  const { put, drop } = useDrafts();
  const { save, error, isSaving } = useSaveDraft();
  const [isIncomplete, setIncomplete] = useState(false);
  const title = useRef<HTMLInputElement>(null);
  useFocusHere(title);
  const change = (changed: Partial<TaskDraft>) => put({ ...draft, ...changed });
  function submit(event: FormEvent) {
    event.preventDefault();
    setIncomplete(operationOf(draft) === undefined);
    save(draft);
  }
  return (
    <form
      className={styles.form}
      aria-label={i18n.t('tasks.add')}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && drop(draft)}
    >
      <Field
        ref={title}
        label={i18n.t('tasks.fieldTitle')}
        value={draft.title}
        autoComplete="off"
        onText={(text) => change({ title: text })}
      />
      <Field label={i18n.t('tasks.fieldDue')} type="datetime-local" value={draft.due} onText={(due) => change({ due })} />
      {draft.zone !== readerTimeZone() && <p className={fields.hint}>{i18n.t('tasks.zone', { zone: zoneCity(draft.zone) })}</p>}
      <label className={fields.label}>
        {i18n.t('tasks.fieldDetails')}
        <textarea
          className={`${fields.input} ${fields.area}`}
          rows={2}
          value={draft.details}
          onChange={(event) => change({ details: event.target.value })}
        />
      </label>
      <AssigneeField value={draft.assignee} onChange={(assignee) => change({ assignee })} />
      {isIncomplete && (
        <p role="alert" className={fields.problem}>
          {draft.title.trim() === '' ? i18n.t('tasks.needTitle') : i18n.t('tasks.needDue')}
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
