import { i18n } from '#i18n';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import styles from './Panel.module.css';

/** Nothing at all can be shown: why, and what to do. */
export function PanelError({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return (
    <div className={styles.page}>
      <h1>{i18n.t('panel.trouble')}</h1>
      <ErrorNote error={error} onRetry={onRetry} />
    </div>
  );
}
