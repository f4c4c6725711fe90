import { i18n } from '#i18n';
import styles from './Appointments.module.css';

/** A link to an online meeting; other places are no links. */
export function JoinLink({ address }: { readonly address: string | undefined }) {
  const url = address === undefined ? null : URL.parse(address.trim());
  if (url?.protocol !== 'https:') return null;
  return (
    <a className={styles.join} href={url.href} target="_blank" rel="noreferrer noopener">
      {i18n.t('appointments.join')}
    </a>
  );
}
