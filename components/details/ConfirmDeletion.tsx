import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import styles from './Details.module.css';

/** A longer name is typed by nobody. */
const MOST_TYPED = 80;

interface ConfirmDeletionProps {
  readonly target: Target & { readonly contactId: string };
  readonly contact: Contact;
  readonly onDone: () => void;
}

/** Deletes the contact once its name has been typed. */
export function ConfirmDeletion({ target, contact, onDone }: ConfirmDeletionProps) {
  const [typed, setTyped] = useState('');
  const write = useCommitWrite();
  const word = wordToType(contact);
  const isSure = typed.trim() === word;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isSure || write.isPending) return;
    const name = displayText(contact.name).slice(0, 200);
    write.mutate({ operation: { kind: 'deleteContact', name }, target }, { onSuccess: onDone });
  }
  return (
    <form className={`${styles.form} ${styles.danger}`} aria-label={i18n.t('details.delete')} onSubmit={submit}>
      <div className={styles.wide}>
        <p>{i18n.t('details.deleteWhat')}</p>
        <p>
          <Phrase sentence={i18n.t('details.deleteType', { word: SLOT })} words={word} />
        </p>
      </div>
      <div className={styles.wide}>
        <Field label={i18n.t('details.deleteWord')} value={typed} autoComplete="off" spellCheck={false} onText={setTyped} />
      </div>
      <div className={styles.wide}>
        {write.error !== null && <ErrorNote error={write.error} />}
        <div className={styles.acts}>
          <Button type="submit" className={styles.delete} disabled={!isSure || write.isPending}>
            {i18n.t('details.deleteNow')}
          </Button>
          <Button onClick={onDone}>{i18n.t('details.deleteNot')}</Button>
        </div>
      </div>
    </form>
  );
}

/** The contact's name as it is shown, in one line; a word of ours for a contact without one, or with one that cannot be typed. */
function wordToType({ name }: Contact): string {
  const shown = displayText(name).replace(/\s+/g, ' ').trim();
  return shown === '' || shown.length > MOST_TYPED ? i18n.t('details.deleteUnnamed') : shown;
}
