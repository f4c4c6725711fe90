import { i18n } from '#i18n';
import { useTeaching } from '@/components/teach/Teaching.tsx';
import { Button } from '@/components/ui/Button.tsx';
import type { SiteView } from '@/lib/sites/site.ts';

/** Begins to teach the page of a site that may be read already. */
export function TeachButton({ tabId, site }: { readonly tabId: number; readonly site: SiteView }) {
  const { start } = useTeaching(tabId);
  const isTaught = site.kind === 'taught';
  const begin = () =>
    start({ place: site.id, origin: isTaught ? site.id : undefined, label: isTaught ? site.label : undefined, isAllowed: true });
  return (
    <Button look="link" onClick={begin}>
      {i18n.t(isTaught ? 'site.teachAgain' : 'site.teach')}
    </Button>
  );
}
