import { i18n } from '#i18n';
import { SettingSwitch } from '@/components/options/SettingSwitch.tsx';
import { useOptionsGateway } from '../gateway.tsx';
import { OptionSection } from '../OptionSection.tsx';
import styles from '../options.module.css';

/** Keys in the panel, and the count on the toolbar button. */
export function PanelSection() {
  const { settings } = useOptionsGateway();
  return (
    <OptionSection title={i18n.t('options.panel.title')} about={i18n.t('options.panel.about')}>
      <SettingSwitch setting={settings.shortcuts} label={i18n.t('options.panel.shortcuts')} hint={i18n.t('options.panel.shortcutsHint')} />
      <SettingSwitch
        setting={settings.countsOverdue}
        label={i18n.t('options.panel.countsOverdue')}
        hint={i18n.t('options.panel.countsOverdueHint')}
      />
      <p className={styles.hint}>{i18n.t('options.panel.browserKeys')}</p>
    </OptionSection>
  );
}
