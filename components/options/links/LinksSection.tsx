import { useState } from 'react';
import { i18n } from '#i18n';
import { hostOfOrigin } from '@/components/site/site-address.ts';
import { Field } from '../Field.tsx';
import { useOptionsGateway } from '../gateway.tsx';
import { OptionSection } from '../OptionSection.tsx';
import styles from '../options.module.css';
import { Trouble } from '../Trouble.tsx';
import { useSites } from '../use-sites.ts';
import { bySite, fits } from './order-links.ts';
import { SiteLinks } from './SiteLinks.tsx';
import { useLinks } from './use-links.ts';

/** Which CRM record is remembered as which contact: seen, and forgotten one by one or by site. */
export function LinksSection() {
  const gateway = useOptionsGateway();
  const { sites } = useSites(gateway.sites);
  const { links, error, readAgain, forget, forgetSite } = useLinks();
  const [words, setWords] = useState('');
  const found = links?.filter((link) => fits(link, words));
  const siteName = (crm: string) => sites?.find(({ id }) => id === crm)?.label ?? hostOfOrigin(crm);
  return (
    <OptionSection title={i18n.t('options.links.title')} about={i18n.t('options.links.about')}>
      {links?.length === 0 && <p className={styles.quiet}>{i18n.t('options.links.none')}</p>}
      {links && links.length > 0 && (
        <Field label={i18n.t('options.links.search')} type="search" autoComplete="off" value={words} onChange={setWords} />
      )}
      <p className={styles.quiet} role="status">
        {found && words.trim() !== '' && i18n.t('options.links.found', found.length)}
      </p>
      {bySite(found ?? []).map(({ crm, links: ofSite }) => (
        <SiteLinks
          key={crm}
          site={siteName(crm)}
          links={ofSite}
          onForget={forget}
          // Of a search only a part of the site is on screen.
          onForgetAll={words.trim() === '' ? () => forgetSite(crm) : undefined}
        />
      ))}
      {error !== null && <Trouble error={error} onRetry={readAgain} />}
    </OptionSection>
  );
}
