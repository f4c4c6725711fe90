import { type QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { MatchOutcome, TabView } from '@/lib/contact/types.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { useLocationId } from './connection.tsx';
import { ghlKey, matchKey, tabKey } from './keys.ts';
import type { ReadName } from './reads.ts';
import { useServices } from './services.tsx';

/** The active tab of the panel's own window; `undefined` while unknown, `null` when there is none. */
export function useActiveTab(): number | null | undefined {
  const { activeTab } = useServices().gateway;
  return useSyncExternalStore(activeTab.subscribe, activeTab.snapshot);
}

/** What the background knows of a tab; nothing where there is none. */
export function useTab(tabId: number | null | undefined): UseQueryResult<TabView> {
  const { gateway } = useServices();
  const id = tabId ?? NO_TAB;
  return useQuery({
    queryKey: tabKey(id),
    queryFn: () => gateway.ask('getTab', { tabId: id }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: id !== NO_TAB,
  });
}

/** `tabs.TAB_ID_NONE` of the browsers. */
const NO_TAB = -1;

/** The tab beside the panel, and the record that it shows, or the records; `undefined` while it shows none. */
export function useShownRecord(): { readonly tabId: number | null | undefined; readonly record: string | undefined } {
  const tabId = useActiveTab();
  const { data: view } = useTab(tabId);
  return { tabId, record: view && recordOf(view) };
}

function recordOf(view: TabView): string | undefined {
  if (view.status === 'contact') return recordName(view.contact);
  return view.status === 'ambiguous' ? view.people.map(recordName).join('\n') : undefined;
}

function recordName({ crm, recordId }: DetectedContact): string {
  return `${crm} ${recordId}`;
}

/** The one contact that the tab beside the panel shows, as its page has it. */
export function usePageContact(): { readonly tabId: number; readonly page: DetectedContact } | undefined {
  const tabId = useActiveTab();
  const { data: view } = useTab(tabId);
  return typeof tabId === 'number' && view?.status === 'contact' ? { tabId, page: view.contact } : undefined;
}

/** Who the tab's contact is in HighLevel. A contact that came with the answer is not asked for again. */
export function useMatch(tabId: number, contact: DetectedContact): UseQueryResult<MatchOutcome> {
  const { gateway } = useServices();
  const queryClient = useQueryClient();
  const locationId = useLocationId();
  return useQuery({
    queryKey: matchKey(locationId, tabId, contact),
    queryFn: async () => {
      const outcome = await gateway.ask('matchTab', { tabId, recordId: contact.recordId });
      if (outcome.kind === 'one' && outcome.contact) seedContact(queryClient, locationId, outcome.contact);
      return outcome;
    },
    staleTime: Number.POSITIVE_INFINITY,
    // More facts about the same record keep what is shown; another record never does.
    placeholderData: (previous, query) => (isSameRecord(query?.queryKey, locationId, tabId, contact) ? previous : undefined),
  });
}

/** Remembers a contact that came with another answer. */
export function seedContact(queryClient: QueryClient, locationId: string, contact: Contact): void {
  queryClient.setQueryData(ghlKey(locationId, 'contacts.get' satisfies ReadName, { contactId: contact.id }), contact);
}

function isSameRecord(key: readonly unknown[] | undefined, locationId: string, tabId: number, contact: DetectedContact): boolean {
  if (key === undefined || key[1] !== locationId || key[2] !== tabId) return false;
  // The fourth part of a match key is the contact it was made for.
  const previous = key[3] as DetectedContact;
  return previous.crm === contact.crm && previous.recordId === contact.recordId;
}
