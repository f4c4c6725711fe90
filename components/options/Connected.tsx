import { i18n } from '#i18n';
import type { Connection } from '@/lib/auth/types.ts';
import { Disconnect } from './Disconnect.tsx';
import styles from './options.module.css';
import { ScopeList } from './ScopeList.tsx';

/** The connection as it is: how it was made, what it may do. */
export function Connected({ connection }: { readonly connection: Connection }) {
  const { kind, locationId, locationName, timeZone, mayWrite, needsReconnect } = connection;
  return (
    <div className={styles.connected}>
      <p className={styles.quiet}>{i18n.t(kind === 'token' ? 'options.connection.byToken' : 'options.connection.byOAuth')}</p>
      {needsReconnect && (
        <p className={styles.warning} role="alert">
          {i18n.t('options.connection.ended')}
        </p>
      )}
      <dl className={styles.facts}>
        <dt>{i18n.t('options.connection.locationId')}</dt>
        <dd>{locationId}</dd>
        <dt>{i18n.t('options.connection.timeZone')}</dt>
        <dd>{timeZone?.replaceAll('_', ' ') ?? i18n.t('options.connection.unknown')}</dd>
        <dt>{i18n.t('options.connection.mayDo')}</dt>
        <dd>{i18n.t(mayWrite ? 'options.connection.readAndWrite' : 'options.connection.readOnly')}</dd>
      </dl>
      {kind === 'token' && !needsReconnect && <ScopeList />}
      <Disconnect location={locationName || locationId} />
    </div>
  );
}
