import { useEffect, useState } from 'react';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { useServices } from '@/lib/query/services.tsx';

/** How long "Saved" is said, in milliseconds. */
const MOMENT_MS = 2_500;

/** Entries that HighLevel has confirmed just now. */
export function useSentMoment(entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const { now } = useServices().gateway;
  const [, setTick] = useState(0);
  const recent = entries.filter(({ state, updatedAt }) => state === 'sent' && now() - updatedAt < MOMENT_MS);
  const ends = recent.length > 0 ? Math.min(...recent.map(({ updatedAt }) => updatedAt)) + MOMENT_MS : undefined;
  useEffect(() => {
    if (ends === undefined) return;
    const timer = setTimeout(() => setTick((tick) => tick + 1), Math.max(0, ends - now()));
    return () => clearTimeout(timer);
  }, [ends, now]);
  return recent;
}
