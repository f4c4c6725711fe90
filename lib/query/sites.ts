import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SiteView } from '@/lib/sites/site.ts';
import { tabKey } from './keys.ts';
import { usePermission } from './permission.ts';
import { useServices } from './services.tsx';

/** Looks again at what a tab shows. */
function useLookAgain(tabId: number): () => void {
  const queryClient = useQueryClient();
  return () => void queryClient.invalidateQueries({ queryKey: tabKey(tabId) });
}

/** What the panel does with the site of a tab. Whatever asks the browser has to be called in the click itself. */
export function useSite(tabId: number) {
  const { sites } = useServices().gateway;
  const lookAgain = useLookAgain(tabId);
  const asking = usePermission();
  const pausing = useMutation({ mutationFn: (site: SiteView) => sites.pause(site), onSuccess: lookAgain });
  return {
    switchOn: (site: SiteView) => asking.wait(sites.switchOn(site), lookAgain),
    /** Reads an origin as one of the CRMs whose customers have addresses of their own. */
    readAs: (crm: string, origin: string) => asking.wait(sites.addHost(crm, origin), lookAgain),
    pause: (site: SiteView) => pausing.mutate(site),
    isPending: asking.isPending || pausing.isPending,
    isRefused: asking.isRefused,
    error: asking.error ?? pausing.error,
  };
}

/** Saves a scrubbed copy of the tab's page; resolves to the file's name. */
export function useSaveSample(tabId: number) {
  const { gateway } = useServices();
  return useMutation({ mutationFn: () => gateway.saveSample(tabId) });
}
