import type { FormEvent, KeyboardEvent, RefObject } from 'react';
import { i18n } from '#i18n';
import { useDrafts } from '@/components/drafts/Drafts.tsx';
import type { NoteDraft } from '@/components/drafts/draft.ts';
import { draftKey } from '@/components/drafts/draft.ts';
import { useSaveDraft } from '@/components/drafts/use-save-draft.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import type { Target } from '@/lib/outbox/entry.ts';
import styles from './Notes.module.css';
import { MOST_NOTE_CHARS } from './note-edit.ts';

/** A note being written for the contact that was shown when its first letter was typed. */
export function NewNote({ target, field }: { readonly target: Target; readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const { get, put, drop } = useDrafts();
  const { save, error, isSaving } = useSaveDraft();
  const stored = get(draftKey('note', target));
  const draft: NoteDraft = stored?.kind === 'note' ? stored : { kind: 'note', target, text: '' };
  function change(text: string) {
    if (text === '') drop(draft);
    else put({ ...draft, text });
  }
  function submit(event?: FormEvent) {
    event?.preventDefault();
    save(draft, () => field.current?.focus());
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  }
  return (
    <form className={styles.new} onSubmit={submit}>
      <textarea
        ref={field}
        rows={1}
        aria-label={i18n.t('notes.new')}
        placeholder={i18n.t('notes.new')}
        maxLength={MOST_NOTE_CHARS}
        value={draft.text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {draft.text.trim() !== '' && (
        <label className={styles.pin}>
          <input
            type="checkbox"
            checked={draft.isPinned ?? false}
            onChange={(event) => put({ ...draft, isPinned: event.target.checked })}
          />
          {i18n.t('notes.pinNew')}
        </label>
      )}
      <Button type="submit" look="link" disabled={draft.text.trim() === '' || isSaving}>
        {i18n.t('notes.add')}
      </Button>
      {error !== null && <ErrorNote error={error} />}
    </form>
  );
}
