import { ExternalLink } from 'lucide-react';
import { i18n } from '#i18n';
import { companyOf, contactName, contactUrl } from '@/components/contact/contact-text.ts';
import { usePanelViews } from '@/components/shell/PanelViews.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import styles from './Business.module.css';
import type { OpenTasks } from './use-open-task-counts.ts';

interface ColleagueRowProps {
  readonly contact: Contact;
  /** `undefined` while unknown. */
  readonly openTasks: OpenTasks | undefined;
}

/** One colleague: opened here by the name, in HighLevel by the sign at the end. */
export function ColleagueRow({ contact, openTasks }: ColleagueRowProps) {
  const locationId = useLocationId();
  const { openContact } = usePanelViews();
  const name = contactName(contact) || i18n.t('contact.unnamed');
  const fact = contact.email ?? contact.phone ?? companyOf(contact);
  const inHighLevel = i18n.t('business.inHighLevel', { name: displayText(name) });
  return (
    <li className={styles.colleague}>
      <button type="button" className={styles.name} onClick={() => openContact({ contactId: contact.id, name })}>
        <Text>{name}</Text>
      </button>
      {openTasks !== undefined && openTasks.count > 0 && <span className={styles.tasks}>{tasksText(openTasks)}</span>}
      <span className={styles.fact}>
        <Text>{fact}</Text>
      </span>
      <a href={contactUrl(locationId, contact.id)} target="_blank" rel="noreferrer" title={inHighLevel} aria-label={inHighLevel}>
        <ExternalLink size={14} aria-hidden="true" />
      </a>
    </li>
  );
}

function tasksText({ count, isAtLeast }: OpenTasks): string {
  return isAtLeast ? i18n.t('business.tasksAtLeast', { count: String(count) }) : i18n.t('business.tasksOpen', count);
}
