import { i18n } from '#i18n';
import { Notice } from '@/components/ui/Notice.tsx';
import type { SiteView } from '@/lib/sites/site.ts';
import { fieldList } from './field-names.ts';
import { SaveSample } from './SaveSample.tsx';
import styles from './Site.module.css';
import { TeachButton } from './TeachButton.tsx';

/** What was taught no longer holds: which field, and the way to mend it. */
export function ChangedPage({ tabId, site }: { readonly tabId: number; readonly site: SiteView }) {
  return (
    <Notice tone="warning">
      <p>{i18n.t('site.failing', { fields: fieldList(site.failing) })}</p>
      <div className={styles.acts}>
        <TeachButton tabId={tabId} site={site} />
        <SaveSample tabId={tabId} isBrief />
      </div>
    </Notice>
  );
}
