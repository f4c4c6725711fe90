import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import { useSite } from '@/lib/query/sites.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { SiteTrouble } from './SiteTrouble.tsx';

interface RestingSiteProps {
  readonly tabId: number;
  readonly status: 'off' | 'paused' | 'blocked';
  readonly site: SiteView;
}

const words = {
  off: { sentence: () => i18n.t('site.off', { site: SLOT }), button: (site: string) => i18n.t('site.switchOn', { site }) },
  paused: { sentence: () => i18n.t('site.paused', { site: SLOT }), button: () => i18n.t('site.goOn') },
  blocked: { sentence: () => i18n.t('site.blocked', { site: SLOT }), button: () => i18n.t('site.allow') },
} as const;

/** A site that Alongside knows but does not read now: why, and the one button that changes it. */
export function RestingSite({ tabId, status, site }: RestingSiteProps) {
  const act = useSite(tabId);
  const { sentence, button } = words[status];
  const action = (
    <Button look={status === 'paused' ? 'plain' : 'main'} disabled={act.isPending} onClick={() => act.switchOn(site)}>
      {button(displayText(site.label))}
    </Button>
  );
  return (
    <Notice tone={status === 'blocked' ? 'warning' : 'plain'} action={action}>
      <p>
        <Phrase sentence={sentence()} words={site.label} />
      </p>
      <SiteTrouble site={site.label} act={act} />
    </Notice>
  );
}
