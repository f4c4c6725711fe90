import { i18n } from '#i18n';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Field } from '@/lib/crm/adapter.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { fieldList } from './field-names.ts';
import { SaveSample } from './SaveSample.tsx';
import styles from './Site.module.css';
import { TeachButton } from './TeachButton.tsx';

interface UnknownPersonProps {
  readonly tabId: number;
  readonly site: SiteView;
  readonly missing: readonly Field[];
}

/** A page for one contact that does not say whose it is. */
export function UnknownPerson({ tabId, site, missing }: UnknownPersonProps) {
  return (
    <Notice tone="warning">
      <p>
        {i18n.t('site.unknown')} {missing.length > 0 && i18n.t('site.missing', { fields: fieldList(missing) })}
      </p>
      <div className={styles.acts}>
        <TeachButton tabId={tabId} site={site} />
        <SaveSample tabId={tabId} isBrief />
      </div>
    </Notice>
  );
}
