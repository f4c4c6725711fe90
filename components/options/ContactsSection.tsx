import { i18n } from '#i18n';
import { DefaultTags } from './DefaultTags.tsx';
import { DeletingSwitch } from './DeletingSwitch.tsx';
import { useOptionsGateway } from './gateway.tsx';
import { OptionSection } from './OptionSection.tsx';
import { Trouble } from './Trouble.tsx';
import { useSites } from './use-sites.ts';

/** What new contacts start with, and whether contacts can be deleted. */
export function ContactsSection() {
  const gateway = useOptionsGateway();
  const { sites, error } = useSites(gateway.sites);
  const read = sites?.filter(({ state }) => state !== 'off') ?? [];
  return (
    <OptionSection title={i18n.t('options.contacts.title')} about={i18n.t('options.contacts.about')}>
      {read.length > 0 && <DefaultTags sites={read} />}
      {error !== undefined && <Trouble error={error} />}
      <DeletingSwitch />
    </OptionSection>
  );
}
