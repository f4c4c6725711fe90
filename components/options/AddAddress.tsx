import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { toOrigin } from '@/components/site/site-address.ts';
import { Button } from '@/components/ui/Button.tsx';
import { usePermission } from '@/lib/query/permission.ts';
import { Field } from './Field.tsx';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { Trouble } from './Trouble.tsx';

/** Reads one more address as that CRM; the browser is asked for it. */
export function AddAddress({ crm }: { readonly crm: string }) {
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
