import type { UseQueryResult } from '@tanstack/react-query';
import { i18n } from '#i18n';
import { DndLine } from '@/components/details/DndLine.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import styles from './ContactHeader.module.css';
import { companyOf, contactUrl } from './contact-text.ts';
import { GoneContact } from './GoneContact.tsx';
import { MatchLine } from './MatchLine.tsx';
import type { ContactSource } from './source.ts';

interface ContactHeaderProps {
  readonly contactId: string;
  /** Absent for a contact that was opened by hand. */
  readonly source: ContactSource | undefined;
  readonly name: string;
  readonly contact: UseQueryResult<Contact>;
  /** HighLevel no longer has the contact. */
  readonly isGone: boolean;
}

/** Who this is, why we think so, and the way out when it is somebody else. */
export function ContactHeader({ contactId, source, name, contact, isGone }: ContactHeaderProps) {
  const locationId = useLocationId();
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <h1 title={displayText(name)}>
          <Text>{name || i18n.t('contact.unnamed')}</Text>
        </h1>
        <a href={contactUrl(locationId, contactId)} target="_blank" rel="noreferrer">
          {i18n.t('contact.open')}
        </a>
      </div>
      <Subtitle contact={contact.data} />
      {source && <MatchLine source={source} />}
      {contact.data && !isGone && <DndLine contact={contact.data} />}
      {isGone && (source ? <GoneContact contactId={contactId} source={source} /> : <p role="alert">{i18n.t('contact.gone')}</p>)}
      {contact.error !== null && !isGone && <ErrorNote error={contact.error} onRetry={() => void contact.refetch()} />}
    </header>
  );
}

function Subtitle({ contact }: { readonly contact: Contact | undefined }) {
  const facts = contact ? [companyOf(contact), contact.city, contact.phone].filter((fact) => fact !== undefined && fact !== '') : [];
  if (facts.length === 0) return null;
  return (
    <p className={styles.sub}>
      <Text>{facts.join(' · ')}</Text>
    </p>
  );
}
