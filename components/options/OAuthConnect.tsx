import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { Trouble } from './Trouble.tsx';
import { useConnecting } from './use-connection.ts';

/** Connecting by HighLevel's own consent window. */
export function OAuthConnect() {
  const gateway = useOptionsGateway();
  const connecting = useConnecting(() => gateway.connectWithOAuth());
  return (
    <div className={styles.way}>
      <h3>{i18n.t('options.oauth.title')}</h3>
      <p className={styles.quiet}>{i18n.t('options.oauth.about')}</p>
      <Button look="main" className={styles.start} disabled={connecting.isPending} onClick={() => connecting.mutate()}>
        {i18n.t('options.oauth.button')}
      </Button>
      <p className={styles.quiet} role="status">
        {connecting.isPending ? i18n.t('options.oauth.waiting') : ''}
      </p>
      {connecting.error !== null && <Trouble error={connecting.error} onRetry={() => connecting.mutate()} />}
    </div>
  );
}
