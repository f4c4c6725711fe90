import { useMutation } from '@tanstack/react-query';
import { i18n } from '#i18n';
import { hostOfOrigin } from '@/components/site/site-address.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { SiteView } from '@/lib/sites/site.ts';
import { AddAddress } from './AddAddress.tsx';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { Trouble } from './Trouble.tsx';
import { useSetting } from './use-setting.ts';

/** A CRM that its customers may open under addresses of their own: which ones are read. */
export function OwnAddresses({ site }: { readonly site: Pick<SiteView, 'id'> }) {
  const { sites, settings } = useOptionsGateway();
  const { value = {}, failed } = useSetting(settings.customHosts);
  const removing = useMutation({ mutationFn: (origin: string) => sites.removeHost(site.id, origin) });
  const origins = value[site.id] ?? [];
  return (
    <details className={styles.own} open={origins.length > 0}>
      <summary>{i18n.t('options.sites.ownAddresses')}</summary>
      <ul>
        {origins.map((origin) => (
          <li key={origin} className={styles.ownRow}>
            <span>{hostOfOrigin(origin)}</span>
            <Button
              look="link"
              aria-label={i18n.t('options.sites.removeAddress', { site: hostOfOrigin(origin) })}
              onClick={() => removing.mutate(origin)}
            >
              {i18n.t('options.taught.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <AddAddress crm={site.id} />
      {removing.error !== null && <Trouble error={removing.error} />}
      {failed && <p role="alert">{i18n.t('errors.storage')}</p>}
    </details>
  );
}
