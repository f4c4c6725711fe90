import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { hostOfOrigin, toOrigin } from '@/components/site/site-address.ts';
import { Button } from '@/components/ui/Button.tsx';
import { usePermission } from '@/lib/query/permission.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { Field } from './Field.tsx';
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

function AddAddress({ crm }: { readonly crm: string }) {
  const { sites } = useOptionsGateway();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const asking = usePermission();
  function submit(event: FormEvent) {
    event.preventDefault();
    const origin = toOrigin(typed);
    setWrong(origin === undefined);
    if (origin !== undefined) asking.wait(sites.addHost(crm, origin), () => setTyped(''));
  }
  return (
    <form onSubmit={submit}>
      <Field
        label={i18n.t('options.sites.address')}
        hint={i18n.t('options.sites.addressHint')}
        inputMode="url"
        aria-invalid={isWrong}
        value={typed}
        onChange={setTyped}
        beside={
          <Button type="submit" disabled={asking.isPending}>
            {i18n.t('options.sites.add')}
          </Button>
        }
      />
      {isWrong && (
        <p role="alert" className={styles.wrong}>
          {i18n.t('site.badAddress')}
        </p>
      )}
      {asking.isRefused && (
        <p role="alert" className={styles.warning}>
          {i18n.t('options.sites.refused', { site: typed.trim() })}
        </p>
      )}
      {asking.error !== null && <Trouble error={asking.error} />}
    </form>
  );
}
