import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useOutbox } from '@/lib/query/outbox.ts';
import { CompanySentence } from './CompanySentence.tsx';
import { ContactSearch } from './ContactSearch.tsx';
import { CreateContactForm } from './CreateContactForm.tsx';
import { pageName } from './contact-text.ts';
import styles from './NewContact.module.css';

/** Nobody in HighLevel fits the page: create the contact, or find it by hand. */
export function NewContact({ page }: { readonly page: DetectedContact }) {
  const isOnItsWay = useIsBeingCreated(page);
  const name = pageName(page);
  if (isOnItsWay) return <p className={styles.new}>{i18n.t('create.waiting')}</p>;
  if (page.kind === 'company') return <NewAtCompany page={page} />;
  return (
    <div className={styles.new}>
      <h1>{name === '' ? i18n.t('match.noneUnnamed') : <Phrase sentence={i18n.t('match.none', { name: SLOT })} words={name} />}</h1>
      <CreateContactForm page={page} />
      <div className={styles.search}>
        <p>{i18n.t('match.findExisting')}</p>
        <ContactSearch page={page} />
      </div>
    </div>
  );
}

/** A page of a company: whoever is meant is looked for first, as the page names nobody to create. */
function NewAtCompany({ page }: { readonly page: DetectedContact }) {
  const [isNew, setNew] = useState(false);
  return (
    <div className={styles.new}>
      <h1>{i18n.t('match.which')}</h1>
      <p className={styles.why}>
        <CompanySentence company={page.company} isEmpty />
      </p>
      <ContactSearch page={page} />
      <div className={styles.search}>
        <Button look="link" aria-expanded={isNew} onClick={() => setNew(!isNew)}>
          {i18n.t('match.newAtCompany')}
        </Button>
        {isNew && <CreateContactForm page={page} />}
      </div>
    </div>
  );
}

/** Whether a write that creates this record's contact is under way, so that nobody asks for it twice. */
function useIsBeingCreated({ crm, recordId }: DetectedContact): boolean {
  const locationId = useLocationId();
  return useOutbox().some(
    ({ operation, target, state }) =>
      target.locationId === locationId &&
      operation.kind === 'createContact' &&
      operation.crm === crm &&
      operation.recordId === recordId &&
      state !== 'failed' &&
      state !== 'parked',
  );
}
