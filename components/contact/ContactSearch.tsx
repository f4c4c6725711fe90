import { type FormEvent, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import fields from '@/components/ui/Field.module.css';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import { useLinkContact } from '@/lib/query/acts.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import styles from './ContactSearch.module.css';
import { FoundContact } from './FoundContact.tsx';

interface ContactSearchProps {
  readonly page: DetectedContact;
  readonly onLinked?: () => void;
  readonly takesFocus?: boolean;
}

/** Finds a contact by a person's words and links the page's record to it. */
export function ContactSearch({ page, onLinked, takesFocus = false }: ContactSearchProps) {
  const locationId = useLocationId();
  const [query, setQuery] = useState('');
  const found = useGhl('contacts.findByText', query === '' ? null : { locationId, query }, { remembered: false });
  const link = useLinkContact(page);
  return (
    <div>
      <SearchForm onSearch={setQuery} takesFocus={takesFocus} />
      {query !== '' && (
        <ReadState read={found} data={found.data} skeleton={<Skeleton rows={2} />}>
          {(contacts) =>
            contacts.length === 0 ? (
              <p className={styles.nothing}>{i18n.t('match.searchNothing')}</p>
            ) : (
              <ul className={styles.found}>
                {contacts.map((contact) => (
                  <FoundContact key={contact.id} contact={contact} onUse={() => link.mutate(contact, { onSuccess: () => onLinked?.() })} />
                ))}
              </ul>
            )
          }
        </ReadState>
      )}
      {link.error !== null && <ErrorNote error={link.error} />}
    </div>
  );
}

function SearchForm({ onSearch, takesFocus }: { readonly onSearch: (query: string) => void; readonly takesFocus: boolean }) {
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  function submit(event: FormEvent) {
    event.preventDefault();
    onSearch(words.trim());
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <input
        ref={field}
        className={fields.input}
        type="search"
        aria-label={i18n.t('match.search')}
        placeholder={i18n.t('match.searchHint')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button type="submit">{i18n.t('match.searchGo')}</Button>
    </form>
  );
}
