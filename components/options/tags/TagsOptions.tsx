import { i18n } from '#i18n';
import { OptionSection } from '@/components/options/OptionSection.tsx';
import styles from '@/components/options/options.module.css';
import { useConnectionState } from '@/components/options/use-connection.ts';
import { AutomationTags } from './AutomationTags.tsx';
import { LocationTags } from './LocationTags.tsx';
import { LongHold } from './LongHold.tsx';

/** Which tags start an automation, how long writing one can be undone, and the location's own list of tags. */
export function TagsOptions() {
  const { data: connection } = useConnectionState();
  const locationId = connection?.needsReconnect === false ? connection.locationId : undefined;
  return (
    <OptionSection title={i18n.t('options.locationTags.title')} about={i18n.t('options.locationTags.about')}>
      <AutomationTags locationId={locationId} />
      <LongHold />
      {locationId !== undefined && connection ? (
        <LocationTags key={locationId} connection={connection} />
      ) : (
        <p className={styles.quiet}>{i18n.t('options.locationTags.notConnected')}</p>
      )}
    </OptionSection>
  );
}
