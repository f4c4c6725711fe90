import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { useLinkContact } from '@/lib/query/acts.ts';
import { contactName } from './contact-text.ts';
import styles from './NewContact.module.css';
import { useKnownContacts } from './use-known-contacts.ts';

interface KnownContactsProps {
  readonly page: DetectedContact;
  readonly email: string;
  readonly phone: string;
  /** The page's record has been linked to one of them. */
  readonly onUsed: () => void;
}

/** Whoever HighLevel has already with what is being typed. It hinders nobody from creating a contact. */
export function KnownContacts({ page, email, phone, onUsed }: KnownContactsProps) {
  const known = useKnownContacts({ page, email, phone });
  const link = useLinkContact(page);
  return (
    <div aria-live="polite" className={styles.wide}>
      {known.map(({ contact, same }) => (
        <div key={contact.id} className={styles.known}>
          <span>
            <Phrase sentence={i18n.t('create.known', { name: SLOT })} words={nameOf(contact)} />{' '}
            <span className={styles.same}>{same === 'email' ? i18n.t('create.sameEmail') : i18n.t('create.samePhone')}</span>
          </span>
          <Button
            aria-label={i18n.t('create.useNamed', { name: displayText(nameOf(contact)) })}
            disabled={link.isPending}
            onClick={() => link.mutate(contact, { onSuccess: onUsed })}
          >
            {i18n.t('create.useThis')}
          </Button>
        </div>
      ))}
      {link.error !== null && <ErrorNote error={link.error} />}
    </div>
  );
}

function nameOf(contact: Contact): string {
  return (contactName(contact) || i18n.t('contact.unnamed')).slice(0, 300);
}
