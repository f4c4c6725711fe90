import { i18n } from '#i18n';
import { useOptionsGateway } from './gateway.tsx';
import { OptionSection } from './OptionSection.tsx';
import { OwnAddresses } from './OwnAddresses.tsx';
import { SiteSwitch } from './SiteSwitch.tsx';
import { Trouble } from './Trouble.tsx';
import { hostOf } from './typed-values.ts';
import { useSites } from './use-sites.ts';

/** The CRM whose customers may have addresses of their own. */
const WITH_OWN_ADDRESSES = 'salesforce';

/** On which CRMs Alongside looks at the page. */
export function SitesSection() {
  const gateway = useOptionsGateway();
  const { sites, error } = useSites(gateway.sites);
  return (
    <OptionSection title={i18n.t('options.sites.title')} about={i18n.t('options.sites.about')}>
      {sites
        ?.filter(({ kind }) => kind === 'built-in')
        .map((site) => (
          <SiteSwitch key={site.id} site={site} about={site.patterns.map(hostOf).join(', ')}>
            {site.id === WITH_OWN_ADDRESSES && <OwnAddresses site={site} />}
          </SiteSwitch>
        ))}
      {error !== undefined && <Trouble error={error} />}
    </OptionSection>
  );
}
