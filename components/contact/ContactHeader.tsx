import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { MatchOutcome } from '@/lib/contact/types.ts';
import { displayText } from '@/lib/core/display-text.ts';
import type { DetectedContact, Reason } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import styles from './ContactHeader.module.css';
import { companyOf, contactUrl } from './contact-text.ts';
import { GoneContact } from './GoneContact.tsx';
import { MatchReasonText } from './MatchReasonText.tsx';
import { PageReasons } from './PageReasons.tsx';
import { WrongMatch } from './WrongMatch.tsx';

interface ContactHeaderProps {
  readonly page: DetectedContact;
  /** Why the page is said to show this. */
  readonly reasons: readonly Reason[];
  readonly match: MatchOutcome & { readonly kind: 'one' };
  readonly name: string;
  readonly contact: UseQueryResult<Contact>;
  /** HighLevel no longer has the contact. */
  readonly isGone?: boolean;
}

/** Who this is, why we think so, and the way out when it is somebody else. */
export function ContactHeader({ page, reasons, match, name, contact, isGone = false }: ContactHeaderProps) {
  const locationId = useLocationId();
  const [isExplained, setExplained] = useState(false);
  const [isDoubted, setDoubted] = useState(false);
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <h1 title={displayText(name)}>
          <Text>{name || i18n.t('contact.unnamed')}</Text>
        </h1>
        <a href={contactUrl(locationId, match.contactId)} target="_blank" rel="noreferrer">
          {i18n.t('contact.open')}
        </a>
      </div>
      <Subtitle contact={contact.data} />
      <div className={styles.why}>
        <MatchReasonText reason={match.reason} />{' '}
        {reasons.length > 0 && (
          <Button look="link" className={styles.act} aria-expanded={isExplained} onClick={() => setExplained(!isExplained)}>
            {i18n.t('reasons.why')}
          </Button>
        )}
        <Button look="link" aria-expanded={isDoubted} onClick={() => setDoubted(!isDoubted)}>
          {i18n.t('match.wrongMatch')}
        </Button>
      </div>
      {isExplained && <PageReasons reasons={reasons} />}
      {isDoubted && <WrongMatch page={page} onDone={() => setDoubted(false)} />}
      {isGone && <GoneContact page={page} />}
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
