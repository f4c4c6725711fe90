import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { FieldMapping, PageField } from '@/lib/contact/mapping.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Operation, Target } from '@/lib/outbox/entry.ts';
import { readingKey } from './keys.ts';
import { useCommitWrite } from './outbox.ts';
import { useServices } from './services.tsx';
import { settingKey, useSettingValue } from './settings.ts';

/** News of the tab makes it old (`readingKey`). */
const fieldsKey = (tabId: number, { crm, recordId }: DetectedContact) => [...readingKey(tabId), 'fields', crm, recordId] as const;

/** The record's labelled values; asked for only where something needs them. */
export function usePageFields(tabId: number, page: DetectedContact, enabled: boolean): UseQueryResult<readonly PageField[]> {
  const { form } = useServices().gateway;
  return useQuery({
    queryKey: fieldsKey(tabId, page),
    queryFn: () => form.read(tabId, page),
    enabled,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Lets the record's labelled values be read again when the page says that they changed, while they are needed. */
export function useFollowPage(tabId: number, page: DetectedContact | undefined, enabled: boolean): void {
  const { form } = useServices().gateway;
  const queryClient = useQueryClient();
  const key = page && JSON.stringify(page);
  useEffect(() => {
    if (!enabled || key === undefined) return;
    // The same record, as text it is the same as long as it says the same.
    const record = JSON.parse(key) as DetectedContact;
    const stop = new AbortController();
    form.watch(tabId, record, () => void queryClient.invalidateQueries({ queryKey: fieldsKey(tabId, record) }), stop.signal);
    return () => stop.abort();
  }, [form, queryClient, tabId, key, enabled]);
}

/** Fills the record's open edit form, and says what became of each field. */
export function useFillForm(tabId: number, page: DetectedContact) {
  const { form } = useServices().gateway;
  return useMutation({ mutationFn: (fields: readonly PageField[]) => form.fill(tabId, page, fields) });
}

/** Writes what the page was compared for; nothing when the tab shows another record by then (`page_moved`). */
export function useCommitFromPage(tabId: number, { crm, recordId }: DetectedContact) {
  const { gateway } = useServices();
  const write = useCommitWrite();
  return useMutation({
    mutationFn: async (wish: { operation: Operation; target: Target }) => {
      const view = await gateway.ask('getTab', { tabId });
      const isShown = view.status === 'contact' && view.contact.crm === crm && view.contact.recordId === recordId;
      if (!isShown) throw new AppFailure({ code: 'page_moved' });
      await write.mutateAsync(wish);
    },
  });
}

/** How a site's fields become HighLevel's; `own` is `undefined` while it has the standard mapping. */
export function useSiteMapping(crm: string) {
  const { settings } = useServices().gateway;
  const queryClient = useQueryClient();
  const all = useSettingValue('mappings');
  const saving = useMutation({
    mutationFn: async (mapping: readonly FieldMapping[] | undefined) => {
      const { [crm]: _before, ...others } = await settings.mappings.get();
      await settings.mappings.set(mapping === undefined ? others : { ...others, [crm]: [...mapping] });
      await queryClient.invalidateQueries({ queryKey: settingKey('mappings') });
    },
  });
  return { own: all?.[crm], isKnown: all !== undefined, save: saving.mutate, isSaving: saving.isPending, error: saving.error };
}

/** How numbers will be sent; `undefined` until that is known. What is no number answers `undefined`. */
export function useE164(phones: readonly string[]): ((phone: string) => string | undefined) | undefined {
  const { gateway } = useServices();
  const { data } = useQuery({
    queryKey: ['e164', phones],
    queryFn: () => gateway.ask('normalisePhones', { phones }),
    enabled: phones.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return useMemo(() => data && ((phone: string) => data[phones.indexOf(phone)] ?? undefined), [data, phones]);
}
