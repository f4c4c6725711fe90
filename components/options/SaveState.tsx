import { i18n } from '#i18n';
import styles from './options.module.css';

interface SaveStateProps {
  readonly failed: boolean;
  readonly saved?: boolean;
}

/** Says that a setting is stored, or that it is not. */
export function SaveState({ failed, saved = false }: SaveStateProps) {
  if (failed)
    return (
      <p className={styles.trouble} role="alert">
        {i18n.t('errors.storage')}
      </p>
    );
  return (
    <p className={styles.done} role="status">
      {saved ? i18n.t('options.saved') : ''}
    </p>
  );
}
