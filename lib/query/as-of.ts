import { type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { useLocationId } from './connection.tsx';
import { ghlKey } from './keys.ts';

/** Lists of the location that are kept longer on purpose and say nothing about how old the contact's data is. */
const SLOW = new Set<unknown>(['users.list', 'users.ofLocation', 'tags.list']);

/** The age of the oldest read on screen, in epoch milliseconds (`0`: nothing yet), and whether any is being read again. */
export function useAsOf(): { at: number; isReading: boolean } {
  const cache = useQueryClient().getQueryCache();
  const locationId = useLocationId();
  const subscribe = useCallback((listener: () => void) => cache.subscribe(listener), [cache]);
  const at = useSyncExternalStore(subscribe, () => oldest(cache, locationId));
  const isReading = useSyncExternalStore(subscribe, () => shown(cache, locationId).some((query) => query.state.fetchStatus === 'fetching'));
  return { at, isReading };
}

function shown(cache: QueryCache, locationId: string) {
  return cache.findAll({ queryKey: ghlKey(locationId), type: 'active' }).filter((query) => !SLOW.has(query.queryKey[2]));
}

function oldest(cache: QueryCache, locationId: string): number {
  const times = shown(cache, locationId).flatMap((query) => (query.state.dataUpdatedAt > 0 ? [query.state.dataUpdatedAt] : []));
  return times.length > 0 ? Math.min(...times) : 0;
}
