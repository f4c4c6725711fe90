import { i18n } from '#i18n';
import { useOptionsGateway } from './gateway.tsx';
import { OptionSection } from './OptionSection.tsx';
import { SiteSwitch } from './SiteSwitch.tsx';
import { Trouble } from './Trouble.tsx';
import { useSites } from './use-sites.ts';

/** On which CRMs Alongside looks at the page. */
export function SitesSection() {
  const gateway = useOptionsGateway();
  const { sites, error } = useSites(gateway.sites);
  return (
    <OptionSection title={i18n.t('options.sites.title')} about={i18n.t('options.sites.about')}>
      {sites
        ?.filter(({ kind }) => kind === 'built-in')
        .map((site) => (
          <SiteSwitch key={site.id} site={site} />
        ))}
      {error !== undefined && <Trouble error={error} />}
    </OptionSection>
  );
}
