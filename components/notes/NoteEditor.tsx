import { type FormEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useDrafts } from '@/components/drafts/Drafts.tsx';
import { hasText, type NoteEditDraft } from '@/components/drafts/draft.ts';
import { useSaveDraft } from '@/components/drafts/use-save-draft.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import fields from '@/components/ui/Field.module.css';
import { Field } from '@/components/ui/Field.tsx';
import { NoteField } from './NoteField.tsx';
import styles from './Notes.module.css';
import { MOST_NOTE_CHARS } from './note-edit.ts';

/** Changes a note in its place. What the person did not change is not sent. */
export function NoteEditor({ draft }: { readonly draft: NoteEditDraft }) {
  const { put, drop } = useDrafts();
  const { save, error, isSaving } = useSaveDraft();
  const [problem, setProblem] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useFocusBack(form);
  const change = (changed: Partial<NoteEditDraft>) => put({ ...draft, ...changed });
  function submit(event?: FormEvent) {
    event?.preventDefault();
    const found = problemOf(draft);
    setProblem(found);
    if (found !== '') return;
    if (hasText(draft)) save(draft);
    else drop(draft);
  }
  function onKeyDown(event: KeyboardEvent) {
    // What was typed goes by the button only.
    if (event.key !== 'Escape' || hasText(draft)) return;
    event.stopPropagation();
    drop(draft);
  }
  return (
    <form ref={form} className={styles.edit} aria-label={i18n.t('notes.edit')} onSubmit={submit} onKeyDown={onKeyDown}>
      <Field label={i18n.t('notes.fieldTitle')} value={draft.title} autoComplete="off" onText={(title) => change({ title })} />
      <NoteField draft={draft} onText={(text) => change({ text })} onSubmit={() => submit()} />
      {problem !== '' && (
        <p role="alert" className={fields.problem}>
          {problem}
        </p>
      )}
      {error !== null && <ErrorNote error={error} />}
      <div className={styles.answers}>
        <Button type="submit" look="main" disabled={isSaving}>
          {i18n.t('notes.save')}
        </Button>
        <Button onClick={() => drop(draft)}>{i18n.t('notes.cancel')}</Button>
      </div>
    </form>
  );
}

function problemOf({ text, title }: NoteEditDraft): string {
  if (text.trim() === '') return i18n.t('notes.needText');
  return Math.max(text.length, title.length) > MOST_NOTE_CHARS ? i18n.t('notes.tooMuch') : '';
}

/** The focus goes back to the row when the form goes away under it. */
function useFocusBack(form: RefObject<HTMLFormElement | null>): void {
  useLayoutEffect(() => {
    const element = form.current;
    const row = element?.closest<HTMLElement>('[data-row]');
    return () => {
      if (element?.contains(document.activeElement)) row?.focus();
    };
  }, [form]);
}
