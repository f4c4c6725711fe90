import { useState } from 'react';
import { i18n } from '#i18n';
import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { Campaigns } from './Campaigns.tsx';
import styles from './Enrolment.module.css';
import { Followers } from './Followers.tsx';
import { Workflows } from './Workflows.tsx';

interface EnrolmentProps {
  readonly target: Target & { readonly contactId: string };
  readonly contact: Contact;
}

/** Who follows the contact, and the workflows and campaigns it can be put into. */
export function Enrolment({ target, contact }: EnrolmentProps) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <>
      <Followers target={target} contact={contact} />
      <details className={styles.folded} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
        <summary>{i18n.t('enrolment.more')}</summary>
        {wasOpened && (
          <div className={styles.body}>
            <p className={styles.hint}>{i18n.t('enrolment.unknowable')}</p>
            <Workflows target={target} />
            <Campaigns target={target} />
          </div>
        )}
      </details>
    </>
  );
}
