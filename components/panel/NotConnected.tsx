import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { useBrowserActs } from '@/lib/query/acts.ts';
import styles from './Panel.module.css';

/** Nothing can be shown before a location is connected: one sentence, one button. */
export function NotConnected() {
  const { openOptions } = useBrowserActs();
  return (
    <div className={styles.state}>
      <h1>{i18n.t('panel.notConnected')}</h1>
      <Button look="main" onClick={openOptions}>
        {i18n.t('panel.connect')}
      </Button>
    </div>
  );
}
