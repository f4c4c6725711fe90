import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import { useActiveTab, useTab } from '@/lib/query/page.ts';
import { useSite } from '@/lib/query/sites.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { SaveSample } from './SaveSample.tsx';
import styles from './Site.module.css';
import { SiteTrouble } from './SiteTrouble.tsx';
import { TeachButton } from './TeachButton.tsx';

/** The site that the tab is on, with a switch to rest there. */
export function SiteBand() {
  const tabId = useActiveTab();
  return typeof tabId === 'number' ? <TabSite key={tabId} tabId={tabId} /> : null;
}

function TabSite({ tabId }: { readonly tabId: number }) {
  const { data: view } = useTab(tabId);
  // What is off or not allowed says so itself, below.
  if (view === undefined || view.status === 'unsupported' || view.status === 'off' || view.status === 'blocked') return null;
  return <Line key={view.site.id} tabId={tabId} site={view.site} isOn={view.status !== 'paused'} />;
}

function Line({ tabId, site, isOn }: { readonly tabId: number; readonly site: SiteView; readonly isOn: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const act = useSite(tabId);
  return (
    <div className={styles.band}>
      <div className={styles.line}>
        <span className={styles.name} title={displayText(site.label)}>
          <Text>{site.label}</Text>
        </span>
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself
          role="switch"
          className={styles.switch}
          aria-label={i18n.t('site.read', { site: displayText(site.label) })}
          title={i18n.t('site.read', { site: displayText(site.label) })}
          checked={isOn}
          disabled={act.isPending}
          onChange={(event) => (event.target.checked ? act.switchOn(site) : act.pause(site))}
        />
        {isOn && (
          <Button
            look="icon"
            aria-label={i18n.t('panel.more')}
            title={i18n.t('panel.more')}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Ellipsis size={14} aria-hidden="true" />
          </Button>
        )}
      </div>
      <SiteTrouble site={site.label} act={act} />
      {isOn && isOpen && (
        <div className={styles.more}>
          <TeachButton tabId={tabId} site={site} />
          <SaveSample tabId={tabId} />
        </div>
      )}
    </div>
  );
}
