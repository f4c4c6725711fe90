import { i18n } from '#i18n';
import { useOptionsGateway } from './gateway.tsx';
import { ImportRule } from './ImportRule.tsx';
import { OptionSection } from './OptionSection.tsx';
import styles from './options.module.css';
import { TaughtRow } from './TaughtRow.tsx';
import { Trouble } from './Trouble.tsx';
import { useSites } from './use-sites.ts';

/** What the person taught of other sites. */
export function TaughtSection() {
  const gateway = useOptionsGateway();
  const { sites, taught, error } = useSites(gateway.sites);
  return (
    <OptionSection title={i18n.t('options.taught.title')} about={i18n.t('options.taught.about')}>
      {sites !== undefined && taught.length === 0 && <p className={styles.quiet}>{i18n.t('options.taught.none')}</p>}
      {taught.map((site) => (
        <TaughtRow key={site.rule.origin} taught={site} site={sites?.find(({ id }) => id === site.rule.origin)} />
      ))}
      <ImportRule known={taught.map(({ rule }) => rule.origin)} sites={sites ?? []} />
      {error !== undefined && <Trouble error={error} />}
    </OptionSection>
  );
}
