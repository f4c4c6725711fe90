import type { SiteView } from '@/lib/sites/site.ts';
import { SaveSample } from './SaveSample.tsx';
import styles from './Site.module.css';
import { TeachButton } from './TeachButton.tsx';

interface TeachOrSampleProps {
  readonly tabId: number;
  readonly site: SiteView;
  readonly isBrief?: boolean;
}

/** Its pages are known well: where they show nobody, there is nobody to point at. */
const WELL_KNOWN = 'salesforce';

/** What can be done on a page where nobody is found though somebody may be there. */
export function TeachOrSample({ tabId, site, isBrief = false }: TeachOrSampleProps) {
  return (
    <div className={styles.acts}>
      {site.id !== WELL_KNOWN && <TeachButton tabId={tabId} site={site} />}
      <SaveSample tabId={tabId} isBrief={isBrief} />
    </div>
  );
}
