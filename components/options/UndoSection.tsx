import { i18n } from '#i18n';
import { useOptionsGateway } from './gateway.tsx';
import { OptionSection } from './OptionSection.tsx';
import { SecondsField } from './SecondsField.tsx';

/** The schema of the setting takes no more. */
const MAX_SECONDS = 60;

/** How long a change waits, so that it can be undone. */
export function UndoSection() {
  const { settings } = useOptionsGateway();
  return (
    <OptionSection title={i18n.t('options.undo.title')} about={i18n.t('options.undo.about')}>
      <SecondsField
        setting={settings.holdMs}
        label={i18n.t('options.undo.seconds')}
        hint={i18n.t('options.undo.hint')}
        most={MAX_SECONDS}
      />
    </OptionSection>
  );
}
