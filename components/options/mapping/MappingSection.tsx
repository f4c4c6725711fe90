import { i18n } from '#i18n';
import { useOptionsGateway } from '@/components/options/gateway.tsx';
import { OptionSection } from '@/components/options/OptionSection.tsx';
import styles from '@/components/options/options.module.css';
import { SaveState } from '@/components/options/SaveState.tsx';
import { saveFile } from '@/components/options/save-file.ts';
import { useSetting } from '@/components/options/use-setting.ts';
import { useSites } from '@/components/options/use-sites.ts';
import { hostOfOrigin } from '@/components/site/site-address.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { writeMapping } from '@/lib/query/mapping-file.ts';
import { ImportMapping } from './ImportMapping.tsx';

/** Sites whose fields become HighLevel's in another way than the standard one. */
export function MappingSection() {
  const gateway = useOptionsGateway();
  const { value: mappings, failed, save } = useSetting(gateway.settings.mappings);
  const { sites } = useSites(gateway.sites);
  const nameOf = (site: string) => sites?.find(({ id }) => id === site)?.label ?? hostOfOrigin(site);
  const own = Object.entries(mappings ?? {});
  const without = (site: string) => Object.fromEntries(own.filter(([other]) => other !== site));
  return (
    <OptionSection title={i18n.t('options.mapping.title')} about={i18n.t('options.mapping.about')}>
      {mappings !== undefined && own.length === 0 && <p className={styles.quiet}>{i18n.t('options.mapping.none')}</p>}
      <ul>
        {own.map(([site, mapping]) => (
          <li key={site} className={styles.ownRow}>
            <span>
              <Text>{nameOf(site)}</Text> <span className={styles.hint}>{i18n.t('options.mapping.lines', mapping.length)}</span>
            </span>
            <span className={styles.acts}>
              <Button
                look="link"
                aria-label={i18n.t('options.mapping.exportOf', { site: nameOf(site) })}
                onClick={() =>
                  saveFile(`alongside-mapping-${nameOf(site).replace(/[^a-z0-9.-]/gi, '-')}.json`, writeMapping({ site, mapping }))
                }
              >
                {i18n.t('options.mapping.export')}
              </Button>
              <Button
                look="link"
                aria-label={i18n.t('options.mapping.standardOf', { site: nameOf(site) })}
                onClick={() => void save(without(site))}
              >
                {i18n.t('options.mapping.standard')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <ImportMapping
        nameOf={nameOf}
        isSite={(site) => sites?.some(({ id }) => id === site) ?? false}
        onTake={({ site, mapping }) => save({ ...mappings, [site]: mapping })}
      />
      <SaveState failed={failed} />
    </OptionSection>
  );
}
