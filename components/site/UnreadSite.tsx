import { i18n } from '#i18n';
import { useTeaching } from '@/components/teach/Teaching.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import type { TabView } from '@/lib/contact/types.ts';
import { displayText } from '@/lib/core/display-text.ts';
import { useBrowserActs } from '@/lib/query/acts.ts';
import { useSite } from '@/lib/query/sites.ts';
import { AskAddress } from './AskAddress.tsx';
import { SaveSample } from './SaveSample.tsx';
import styles from './Site.module.css';
import { SiteTrouble } from './SiteTrouble.tsx';
import { hostOfOrigin } from './site-address.ts';

type Unsupported = TabView & { readonly status: 'unsupported' };

/** A site that nobody taught yet, or one whose address we may not see. */
export function UnreadSite({ tabId, view }: { readonly tabId: number; readonly view: Unsupported }) {
  if (view.origin === undefined) return <AskAddress tabId={tabId} />;
  return <Known tabId={tabId} origin={view.origin} looksLike={view.looksLike} />;
}

interface KnownProps {
  readonly tabId: number;
  readonly origin: string;
  readonly looksLike: Unsupported['looksLike'];
}

function Known({ tabId, origin, looksLike }: KnownProps) {
  const { start } = useTeaching(tabId);
  const { openOptions } = useBrowserActs();
  const act = useSite(tabId);
  return (
    <Notice>
      <p>
        <Phrase sentence={i18n.t('site.notRead', { site: SLOT })} words={hostOfOrigin(origin)} />
      </p>
      <div className={styles.acts}>
        {looksLike !== undefined && (
          <Button look="main" disabled={act.isPending} onClick={() => act.readAs(looksLike.id, origin)}>
            {i18n.t('site.readAs', { site: displayText(looksLike.label) })}
          </Button>
        )}
        <Button onClick={() => start({ place: origin, origin })}>{i18n.t('site.teach')}</Button>
        <Button look="link" onClick={openOptions}>
          {i18n.t('panel.chooseSites')}
        </Button>
        <SaveSample tabId={tabId} isBrief />
      </div>
      <SiteTrouble site={hostOfOrigin(origin)} act={act} />
    </Notice>
  );
}
