import { i18n } from '#i18n';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import styles from './Find.module.css';
import { FoundRow } from './FoundRow.tsx';
import { NobodyFound } from './NobodyFound.tsx';
import type { Found } from './use-find.ts';
import { useUsePageFor } from './use-page-for.ts';

/** Whom a search has found. */
export function FoundList({ found }: { readonly found: Found }) {
  const { use, error } = useUsePageFor();
  return (
    <ReadState read={found.read} data={found.contacts} skeleton={<Skeleton rows={4} />}>
      {(contacts) => (
        <>
          <p role="status" className={styles.count}>
            {contacts.length > 0 && i18n.t('find.results', contacts.length)}
          </p>
          {contacts.length === 0 && <NobodyFound />}
          <ul>
            {contacts.map((contact) => (
              <FoundRow key={contact.id} contact={contact} onUse={use && (() => use(contact))} />
            ))}
          </ul>
          {found.isCut && <p className={styles.cut}>{i18n.t('find.more', { count: contacts.length })}</p>}
          {error !== null && <ErrorNote error={error} />}
        </>
      )}
    </ReadState>
  );
}
