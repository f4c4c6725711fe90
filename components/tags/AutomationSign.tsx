import { Zap } from 'lucide-react';
import { i18n } from '#i18n';
import styles from './Tags.module.css';

/** Says that a tag starts an automation: a sign to see, words to hear. */
export function AutomationSign() {
  return (
    <span className={styles.automation} title={i18n.t('tags.automation')}>
      <Zap size={12} aria-hidden="true" />
      <span className={styles.heard}>{i18n.t('tags.automation')}</span>
    </span>
  );
}
