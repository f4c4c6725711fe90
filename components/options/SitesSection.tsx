import { useId } from 'react';
import { i18n } from '#i18n';
import { type CrmChoice, useOptionsGateway } from './gateway.tsx';
import { OptionSection } from './OptionSection.tsx';
import styles from './options.module.css';
import { SaveState } from './SaveState.tsx';
import { useSetting } from './use-setting.ts';

/** On which CRMs Alongside looks at the page. */
export function SitesSection() {
  const { crms, settings } = useOptionsGateway();
  const enabled = useSetting(settings.crmEnabled);
  return (
    <OptionSection title={i18n.t('options.sites.title')} about={i18n.t('options.sites.about')}>
      {crms.map((crm) => (
        <SiteSwitch
          key={crm.id}
          crm={crm}
          isOn={enabled.value?.[crm.id] ?? true}
          disabled={enabled.value === undefined}
          onChange={(isOn) => void enabled.save({ ...enabled.value, [crm.id]: isOn })}
        />
      ))}
      <SaveState failed={enabled.failed} />
    </OptionSection>
  );
}

interface SiteSwitchProps {
  readonly crm: CrmChoice;
  readonly isOn: boolean;
  readonly disabled: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function SiteSwitch({ crm, isOn, disabled, onChange }: SiteSwitchProps) {
  const id = useId();
  return (
    <div className={styles.switchRow}>
      <label htmlFor={id}>{crm.label}</label>
      <p id={`${id}-hosts`} className={styles.hint}>
        {crm.hosts.join(', ')}
      </p>
      <input
        id={id}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself
        role="switch"
        className={styles.switch}
        aria-describedby={`${id}-hosts`}
        checked={isOn}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}
