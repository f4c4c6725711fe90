import { i18n } from '#i18n';
import type { Contact } from '@/lib/ghl/models.ts';
import styles from './Details.module.css';
import { FieldRow } from './FieldRow.tsx';

/** The e-mails and phones beside the first: HighLevel's API reads them and cannot write them. */
export function MoreAddresses({ contact }: { readonly contact: Contact }) {
  const kinds = [
    { label: i18n.t('details.moreEmails'), values: (contact.additionalEmails ?? []).filter((email) => !isSame(email, contact.email)) },
    { label: i18n.t('details.morePhones'), values: (contact.additionalPhones ?? []).filter((phone) => !isSame(phone, contact.phone)) },
  ];
  return kinds.flatMap(({ label, values }) =>
    [...new Set(values)].map((value, index) => (
      <FieldRow key={`${label} ${value}`} label={label} value={value} canCopy>
        {index === 0 && <span className={styles.hint}>{i18n.t('details.onlyThere')}</span>}
      </FieldRow>
    )),
  );
}

function isSame(a: string, b: string | undefined): boolean {
  return a.trim().toLowerCase() === b?.trim().toLowerCase();
}
