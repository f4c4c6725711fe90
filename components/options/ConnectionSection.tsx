import { i18n } from '#i18n';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import type { Connection } from '@/lib/auth/types.ts';
import { Connected } from './Connected.tsx';
import { OAuthConnect } from './OAuthConnect.tsx';
import { OptionSection } from './OptionSection.tsx';
import styles from './options.module.css';
import { TokenConnect } from './TokenConnect.tsx';
import { Trouble } from './Trouble.tsx';
import { useConnectionState } from './use-connection.ts';

/** To which HighLevel location this browser is connected, and the two ways to connect. */
export function ConnectionSection() {
  const { data: connection, error, refetch } = useConnectionState();
  const isOpen = connection === null || connection?.needsReconnect === true;
  return (
    <OptionSection title={i18n.t('options.connection.title')} about={i18n.t('options.connection.about')}>
      {error !== null && <Trouble error={error} onRetry={() => void refetch()} />}
      {connection === undefined && error === null && <div className={styles.waiting} />}
      <p className={connection ? styles.state : styles.quiet} role="status">
        {connection === undefined ? '' : <State connection={connection} />}
      </p>
      {connection && <Connected connection={connection} />}
      {isOpen && (
        <>
          <OAuthConnect />
          <TokenConnect locationId={connection?.locationId ?? ''} />
        </>
      )}
    </OptionSection>
  );
}

function State({ connection }: { readonly connection: Connection | null }) {
  if (connection === null) return i18n.t('options.connection.none');
  const words = connection.locationName || connection.locationId;
  const sentence = i18n.t(connection.needsReconnect ? 'options.connection.endedAt' : 'options.connection.connectedTo', { location: SLOT });
  return <Phrase sentence={sentence} words={words} />;
}
