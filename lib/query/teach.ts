import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Field } from '@/lib/crm/adapter.ts';
import type { Lesson, PickedField, Proposal, RuleCheck, RuleReading } from '@/lib/crm/taught/findings.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { readingKey, tabKey } from './keys.ts';
import { usePermission } from './permission.ts';
import { useServices } from './services.tsx';

/** How often the second record is looked for while it is not there, in milliseconds. */
const LOOK_MS = 1_500;

/** What a page seems to show, for one teaching: a later one looks anew. */
export function useProposal(tabId: number, teachingId: number): UseQueryResult<Proposal> {
  const { teach } = useServices().gateway;
  return useQuery({
    queryKey: ['proposal', tabId, teachingId],
    queryFn: () => teach.propose(tabId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Asks for one origin alone. Has to be called in the click itself. */
export function useAllowOrigin() {
  const { sites } = useServices().gateway;
  const asking = usePermission();
  return { ...asking, allow: (origin: string, onGranted: () => void) => asking.wait(sites.allowOrigin(origin), onGranted) };
}

/** Lets the person point at a field; `onDone` gets what it was, `null` when they gave up. */
export function usePick(tabId: number, onDone: (field: Field, picked: PickedField | null) => void) {
  const { teach } = useServices().gateway;
  const picking = useMutation({
    mutationFn: (field: Field) => teach.pick(tabId, field),
    onSuccess: (picked, field) => onDone(field, picked),
    onError: (_error, field) => onDone(field, null),
  });
  return { pick: picking.mutate, error: picking.error, cancel: () => void teach.cancelPick(tabId).catch(() => undefined) };
}

/**
 * Makes the first record's rule and looks whether it holds where it was made. `moved`: the tab shows another record by now.
 * `lost`: fields that were pointed at and are not found again.
 */
export function useDraftRule(tabId: number) {
  const { teach } = useServices().gateway;
  return useMutation({
    mutationFn: async (lesson: Lesson) => {
      const rule = teach.makeRule(lesson);
      if (rule === null) return { rule, moved: false, lost: [] };
      const reading = await teach.tryRule(tabId, rule);
      // The keys of `fields` are fields.
      const lost = (Object.keys(rule.fields) as Field[]).filter((field) => reading.values[field] === undefined);
      return { rule, moved: reading.url !== lesson.url, lost };
    },
  });
}

export interface SecondRecord {
  readonly reading: RuleReading;
  readonly check: RuleCheck;
}

/** The first record's rule; `null` without e-mail, phone and name. */
export function useMakeRule(): (lesson: Lesson) => TaughtRule | null {
  return useServices().gateway.teach.makeRule;
}

/** What a rule finds on the record that is open now, looked for until it is another one and everything changed. */
export function useSecondRecord(tabId: number, rule: TaughtRule, first: Lesson): UseQueryResult<SecondRecord> {
  const { teach } = useServices().gateway;
  return useQuery({
    queryKey: [...readingKey(tabId), rule, first],
    queryFn: async () => {
      const reading = await teach.tryRule(tabId, rule);
      return { reading, check: teach.checkRule(rule, first, reading) };
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isWaiting(state.data) ? LOOK_MS : false),
  });
}

/** The address may be ahead of the page: what did not change, or is not there, may only not be drawn yet. */
function isWaiting(second: SecondRecord | undefined): boolean {
  if (second === undefined) return true;
  const { problem, unchanged, missing } = second.check;
  return problem === 'same_record' || unchanged.length > 0 || missing.length > 0;
}

/** Keeps a rule, and looks anew at what the tab shows. */
export function useKeepRule(tabId: number, onKept: () => void) {
  const { sites } = useServices().gateway;
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (rule: TaughtRule) => sites.keepRule(rule),
    onSuccess: () => {
      onKept();
      void queryClient.invalidateQueries({ queryKey: tabKey(tabId) });
    },
  });
}

/** Ends a teaching without a rule: the page is left alone, and a permission that was given for it goes back, unless a rule needs it. */
export function useGiveUp(tabId: number) {
  const { sites, teach } = useServices().gateway;
  return (origin: string | undefined, isPicking: boolean) => {
    if (isPicking) void teach.cancelPick(tabId).catch(() => undefined);
    if (origin !== undefined) void sites.giveBackOrigin(origin).catch(() => undefined);
  };
}
