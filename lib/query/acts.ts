import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { forgetReads } from './changed-reads.ts';
import { useConnection, useLocationId } from './connection.tsx';
import { connectionKey, ghlKey, meKey } from './keys.ts';
import { seedContact } from './page.ts';
import { useServices } from './services.tsx';
import { useSettingValue } from './settings.ts';

/** Remembers who the page's record is in HighLevel; `null` forgets it. */
export function useLinkContact(page: Pick<DetectedContact, 'crm' | 'recordId'>) {
  const { gateway } = useServices();
  const queryClient = useQueryClient();
  const locationId = useLocationId();
  return useMutation({
    mutationFn: async (contact: Contact | { id: string; name?: string } | null) => {
      const name = contact?.name;
      await gateway.ask('linkContact', {
        locationId,
        crm: page.crm,
        recordId: page.recordId,
        contactId: contact?.id ?? null,
        ...(name ? { name } : {}),
      });
      if (contact !== null && 'tags' in contact) seedContact(queryClient, locationId, contact);
      await queryClient.invalidateQueries({ queryKey: ['match'] });
    },
  });
}

/** Looks for whom HighLevel has in place of a linked contact that is gone; resolves to whether there is somebody. */
export function useRefindContact(tabId: number, { recordId }: Pick<DetectedContact, 'recordId'>) {
  const { gateway } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (contactId: string) => {
      const hasMoved = await gateway.ask('refindContact', { tabId, recordId, contactId });
      if (hasMoved) await queryClient.invalidateQueries({ queryKey: ['match'] });
      return hasMoved;
    },
  });
}

/** The person allows writing; waiting writes go on. */
export function useAllowWriting() {
  const { gateway, outbox } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      queryClient.setQueryData(connectionKey, await gateway.ask('allowWriting'));
      await gateway.ask('outboxChanged');
      await outbox.refresh();
    },
  });
}

/** Reads everything of the location again that is on screen, and who the page's contact is. */
export function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient();
  const locationId = useLocationId();
  return async () => {
    const again = [ghlKey(locationId), ['match', locationId]].map((queryKey) => queryClient.invalidateQueries({ queryKey }));
    await Promise.all(again);
  };
}

/** Which HighLevel user sits here: from sign-in, or as the person said. `undefined` when nobody knows. */
export function useMe(): { id: string | undefined; isKnown: boolean; choose: (userId: string) => void } {
  const { settings } = useServices().gateway;
  const queryClient = useQueryClient();
  const { locationId, userId } = useConnection();
  const chosen = useQuery({ queryKey: meKey, queryFn: () => settings.me.get(), staleTime: Number.POSITIVE_INFINITY });
  const choose = useMutation({
    mutationFn: async (id: string) => settings.me.set({ ...(await settings.me.get()), [locationId]: id }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: meKey }),
  });
  return { id: chosen.data?.[locationId] ?? userId, isKnown: !chosen.isPending, choose: choose.mutate };
}

/** Tags used last, newest first. */
export function useRecentTags(): readonly string[] {
  return useSettingValue('recentTags') ?? [];
}

/** Acts on the browser that the panel offers. */
export function useBrowserActs(): { openOptions: () => void; reloadTab: (tabId: number) => void } {
  const { gateway } = useServices();
  return { openOptions: gateway.openOptions, reloadTab: gateway.reloadTab };
}

/** Forgets every read that is not on screen, also on disk: for a part that broke over what it was given. */
export function useForgetHidden(): () => Promise<void> {
  const { gateway } = useServices();
  const queryClient = useQueryClient();
  const locationId = useLocationId();
  return async () => {
    await forgetReads(gateway.cache, [ghlKey(locationId)]).catch(() => undefined);
    queryClient.removeQueries({ queryKey: ghlKey(locationId), type: 'inactive' });
  };
}
