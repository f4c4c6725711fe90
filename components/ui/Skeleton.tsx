import { i18n } from '#i18n';
import styles from './Skeleton.module.css';

/** Grey bars where rows will be. They appear only after a moment, so that a quick answer does not flicker. */
export function Skeleton({ rows = 2, look = 'row' }: { readonly rows?: number; readonly look?: 'row' | 'block' | 'chips' }) {
  return (
    <div className={`${styles.skeleton} ${styles[look]}`} aria-busy="true">
      <span className={styles.words}>{i18n.t('panel.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <span key={row} className={styles.bar} />
      ))}
    </div>
  );
}
