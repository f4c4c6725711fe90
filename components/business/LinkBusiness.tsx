import { type FormEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useFormFocus } from '@/components/tasks/use-form-focus.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import fields from '@/components/ui/Field.module.css';
import type { Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import styles from './Business.module.css';
import { CreateBusiness } from './CreateBusiness.tsx';
import { FoundBusinesses } from './FoundBusinesses.tsx';

interface LinkBusinessProps {
  readonly target: Target & { readonly contactId: string };
  /** The business the contact is linked to now. */
  readonly linkedId: string | undefined;
  readonly onClose: () => void;
}

/** Finds a business by its name and links the contact to it; makes a new one only on purpose. */
export function LinkBusiness({ target, linkedId, onClose }: LinkBusinessProps) {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const [newName, setNewName] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const write = useCommitWrite();
  useFormFocus(field);
  function search(event: FormEvent) {
    event.preventDefault();
    setAsked(words.trim());
  }
  if (newName !== undefined) return <CreateBusiness target={target} name={newName} onClose={onClose} />;
  return (
    <div className={styles.form}>
      <form className={styles.search} onSubmit={search}>
        <input
          ref={field}
          className={fields.input}
          type="search"
          aria-label={i18n.t('business.search')}
          placeholder={i18n.t('business.searchHint')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="submit">{i18n.t('match.searchGo')}</Button>
      </form>
      {asked !== '' && (
        <FoundBusinesses
          words={asked}
          linkedId={linkedId}
          onUse={({ id, name = '' }) =>
            write.mutate({ operation: { kind: 'linkBusiness', businessId: id, name }, target }, { onSuccess: onClose })
          }
          onNew={() => setNewName(asked)}
        />
      )}
      {write.error !== null && <ErrorNote error={write.error} />}
      <div className={styles.acts}>
        <Button onClick={onClose}>{i18n.t('business.cancel')}</Button>
      </div>
    </div>
  );
}
