import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { usePermission } from '@/lib/query/permission.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { Trouble } from './Trouble.tsx';

interface SiteSwitchProps {
  readonly site: SiteView;
  /** Where it is, and how it is doing. */
  readonly about: ReactNode;
  /** Stands under the switch. */
  readonly children?: ReactNode;
}

/** One site's switch. On asks the browser in the click; off gives a CRM's permission back and lets a taught site rest. */
export function SiteSwitch({ site, about, children }: SiteSwitchProps) {
  const { sites } = useOptionsGateway();
  const id = useId();
  const asking = usePermission();
  const leaving = useMutation({ mutationFn: () => (site.kind === 'taught' ? sites.pause(site) : sites.switchOff(site)) });
  const turnOn = () => asking.wait(sites.switchOn(site));
  const error = asking.error ?? leaving.error;
  return (
    <div className={styles.site}>
      <div className={styles.switchRow}>
        <label htmlFor={id}>
          <Text>{site.label}</Text>
        </label>
        <p id={`${id}-hosts`} className={styles.hint}>
          {about}
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
