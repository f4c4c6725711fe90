import { i18n } from '#i18n';
import { companyOf } from '@/components/contact/contact-text.ts';
import { Text } from '@/components/ui/Text.tsx';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import styles from './Compare.module.css';

/** The company on both sides where it differs: HighLevel takes no change of it for a contact, so it is only shown. */
export function CompareCompany({ page, contact }: { readonly page: DetectedContact; readonly contact: Contact }) {
  const theirs = companyOf(contact);
  const isSame = (page.company ?? '').trim().toLowerCase() === theirs.toLowerCase();
  if (page.company === undefined || theirs === '' || isSame) return null;
  return (
    <div className={styles.row}>
      <div className={styles.label}>{i18n.t('reasons.company')}</div>
      <dl className={styles.sides}>
        <div>
          <dt>{i18n.t('compare.page')}</dt>
          <dd className={styles.value}>
            <Text>{page.company}</Text>
          </dd>
        </div>
        <div>
          <dt>{i18n.t('compare.highLevel')}</dt>
          <dd className={styles.value}>
            <Text>{theirs}</Text>
          </dd>
        </div>
      </dl>
      <p className={styles.hint}>{i18n.t('compare.companyOnly')}</p>
    </div>
  );
}
