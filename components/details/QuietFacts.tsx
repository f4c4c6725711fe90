import { i18n } from '#i18n';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { useNow } from '@/components/ui/use-now.ts';
import { absoluteTime, relativeTime } from '@/lib/core/date-labels.ts';
import { parseMoment } from '@/lib/core/dates.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import styles from './Details.module.css';

/** When something last happened with the contact, in passing. */
export function QuietFacts({ contact }: { readonly contact: Contact }) {
  const now = useNow();
  const facts = [
    { label: i18n.t('details.lastActivity'), at: parseMoment(contact.lastActivity, 'UTC') },
    { label: i18n.t('details.updated'), at: parseMoment(contact.dateUpdated, 'UTC') },
    { label: i18n.t('details.created'), at: parseMoment(contact.dateAdded, 'UTC') },
  ];
  return (
    <p className={styles.quiet}>
      {facts.map(
        ({ label, at }) =>
          at !== undefined && (
            <span key={label}>
              {label}{' '}
              <time dateTime={new Date(at).toISOString()} title={absoluteTime(at, undefined, dateTexts)}>
                {relativeTime(at, now, dateTexts)}
              </time>
            </span>
          ),
      )}
    </p>
  );
}
