import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import styles from './ContactSearch.module.css';
import { companyOf, contactName } from './contact-text.ts';

/** A contact that a search has found. */
export function FoundContact({ contact, onUse }: { readonly contact: Contact; readonly onUse: () => void }) {
  const name = contactName(contact) || i18n.t('contact.unnamed');
  const facts = [companyOf(contact), contact.email, contact.phone].filter((fact) => fact !== undefined && fact !== '');
  return (
    <li className={styles.row}>
      <span>
        <strong>
          <Text>{name}</Text>
        </strong>
        <span className={styles.facts}>
          <Text>{facts.join(' · ')}</Text>
        </span>
      </span>
      <Button aria-label={i18n.t('match.use', { name: displayText(name) })} onClick={onUse}>
        {i18n.t('match.useShort')}
      </Button>
    </li>
  );
}
