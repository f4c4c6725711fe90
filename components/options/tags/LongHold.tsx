import { i18n } from '#i18n';
import { useOptionsGateway } from '@/components/options/gateway.tsx';
import { SecondsField } from '@/components/options/SecondsField.tsx';

/** The schema of the setting takes no more. */
const MAX_SECONDS = 120;

/** How long a change that starts an automation waits, so that it can be undone. */
export function LongHold() {
  const { settings } = useOptionsGateway();
  return (
    <SecondsField
      setting={settings.longHoldMs}
      label={i18n.t('options.locationTags.seconds')}
      hint={i18n.t('options.locationTags.secondsHint')}
      most={MAX_SECONDS}
    />
  );
}
