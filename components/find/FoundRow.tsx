import { i18n } from '#i18n';
import { companyOf, contactName, contactUrl } from '@/components/contact/contact-text.ts';
import { usePanelViews } from '@/components/shell/PanelViews.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import styles from './Find.module.css';

interface FoundRowProps {
  readonly contact: Contact;
  /** Absent where the page shows no record. */
  readonly onUse: (() => void) | undefined;
}

/** One contact of a search, with what tells them from the others. */
export function FoundRow({ contact, onUse }: FoundRowProps) {
  const locationId = useLocationId();
  const { openContact } = usePanelViews();
  const name = contactName(contact) || i18n.t('contact.unnamed');
  const spoken = displayText(name);
  const facts = [companyOf(contact), contact.email, contact.phone].filter((fact) => fact !== undefined && fact !== '' && fact !== name);
  return (
    <li data-row tabIndex={-1} className={styles.row}>
      <div className={styles.who}>
        <strong>
          <Text>{name}</Text>
        </strong>
        <span className={styles.facts}>
          <Text>{facts.join(' · ')}</Text>
        </span>
      </div>
      <Button
        data-open
        className={styles.open}
        aria-label={i18n.t('find.openHereOf', { name: spoken })}
        onClick={() => openContact({ contactId: contact.id, name })}
      >
        {i18n.t('find.openHere')}
      </Button>
      <div className={styles.acts}>
        {onUse && (
          <Button look="link" aria-label={i18n.t('find.useOf', { name: spoken })} onClick={onUse}>
            {i18n.t('find.use')}
          </Button>
        )}
        <a href={contactUrl(locationId, contact.id)} target="_blank" rel="noreferrer" aria-label={i18n.t('find.openOf', { name: spoken })}>
          {i18n.t('contact.open')}
        </a>
      </div>
    </li>
  );
}
