import { RefreshCw } from 'lucide-react';
import { i18n } from '#i18n';
import { KeyboardHelp } from '@/components/keyboard/KeyboardHelp.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { Text } from '@/components/ui/Text.tsx';
import { useNow } from '@/components/ui/use-now.ts';
import { asOf } from '@/lib/core/date-labels.ts';
import { useRefresh } from '@/lib/query/acts.ts';
import { useAsOf } from '@/lib/query/as-of.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import styles from './LocationBand.module.css';
import { initials, locationColour } from './location-look.ts';

/** Which HighLevel location this is, by colour and name, and how old what is shown is. */
export function LocationBand() {
  const { locationId, locationName } = useConnection();
  return (
    <div className={styles.band} style={{ borderTopColor: locationColour(locationId) }}>
      <b aria-hidden="true">{initials(locationName)}</b>
      <span className={styles.name} title={locationName}>
        <Text>{locationName}</Text>
      </span>
      <Age />
      <KeyboardHelp />
    </div>
  );
}

function Age() {
  const refresh = useRefresh();
  const { at, isReading } = useAsOf();
  const now = useNow();
  const age = at === 0 ? '' : asOf(at, Math.max(now, at), dateTexts);
  return (
    <span className={styles.age}>
      <span title={at === 0 ? undefined : new Date(at).toLocaleString(dateTexts.locale)}>
        {isReading ? i18n.t('contact.refreshing') : age}
      </span>
      <Button look="icon" aria-label={i18n.t('contact.refresh')} title={i18n.t('contact.refresh')} onClick={() => void refresh()}>
        <RefreshCw size={13} aria-hidden="true" />
      </Button>
    </span>
  );
}
