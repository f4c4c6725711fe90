import { useEffect, useEffectEvent } from 'react';
import type { Field } from '@/lib/crm/adapter.ts';
import { usePick } from '@/lib/query/teach.ts';
import { useTeaching } from './Teaching.tsx';
import type { Teaching } from './teaching-state.ts';

/** Pointing at a field of the page; what was pointed at is used from then on. */
export function usePicking(tabId: number, teaching: Teaching) {
  const { change } = useTeaching(tabId);
  const { pick, cancel, error } = usePick(tabId, (field, picked) => {
    if (picked === null) change({ picking: undefined });
    else
      change({ picking: undefined, picked: { ...teaching.picked, [field]: picked }, left: teaching.left.filter((one) => one !== field) });
  });
  const begin = (field: Field) => {
    change({ picking: field, again: undefined });
    pick(field);
  };
  const { again } = teaching;
  const beginAgain = useEffectEvent(() => again && begin(again));
  useEffect(() => {
    if (again !== undefined) beginAgain();
  }, [again]);
  return {
    pick: begin,
    cancel,
    error,
  };
}
