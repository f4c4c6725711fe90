import { i18n } from '#i18n';
import { SettingSwitch } from '@/components/options/SettingSwitch.tsx';
import { useOptionsGateway } from './gateway.tsx';

/** Whether the panel offers to delete contacts. */
export function DeletingSwitch() {
  const { settings } = useOptionsGateway();
  return (
    <SettingSwitch
      setting={settings.mayDeleteContacts}
      label={i18n.t('options.contacts.mayDelete')}
      hint={i18n.t('options.contacts.mayDeleteHint')}
    />
  );
}
