import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { usePermission } from '@/lib/query/permission.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { Trouble } from './Trouble.tsx';
import { hostOf } from './typed-values.ts';

/** One CRM's switch. On asks the browser in the click; off gives its permission back. */
export function SiteSwitch({ site, children }: { readonly site: SiteView; readonly children?: ReactNode }) {
  const { sites } = useOptionsGateway();
  const id = useId();
  const asking = usePermission();
  const leaving = useMutation({ mutationFn: () => sites.switchOff(site) });
  const turnOn = () => asking.wait(sites.switchOn(site));
  const error = asking.error ?? leaving.error;
  return (
    <div className={styles.site}>
      <div className={styles.switchRow}>
        <label htmlFor={id}>{site.label}</label>
        <p id={`${id}-hosts`} className={styles.hint}>
          {site.patterns.map(hostOf).join(', ')}
          {site.state === 'paused' && ` · ${i18n.t('options.sites.paused')}`}
        </p>
        <input
          id={id}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself
          role="switch"
          className={styles.switch}
          aria-describedby={`${id}-hosts`}
          checked={site.state === 'on'}
          disabled={asking.isPending || leaving.isPending}
          onChange={(event) => (event.target.checked ? turnOn() : leaving.mutate())}
        />
      </div>
      {site.state === 'blocked' && (
        <p className={styles.warning}>
          {i18n.t('options.sites.blocked', { site: site.label })}{' '}
          <Button look="link" onClick={turnOn}>
            {i18n.t('options.sites.allow')}
          </Button>
        </p>
      )}
      {asking.isRefused && (
        <p className={styles.warning} role="alert">
          {i18n.t('options.sites.refused', { site: site.label })}
        </p>
      )}
      {error !== null && <Trouble error={error} />}
      {children}
    </div>
  );
}
