import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readerTimeZone, usableTimeZone } from '@/lib/core/time-zones.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useServices } from '@/lib/query/services.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { type SlotDay, slotDays } from './slots.ts';

interface FreeDays {
  readonly read: Pick<UseQueryResult, 'error' | 'refetch'>;
  /** A few days that have free times; `undefined` until they are read. */
  readonly days: readonly SlotDay[] | undefined;
  /** Epoch milliseconds: what `days` was looked for in. */
  readonly from: number;
  readonly until: number;
  readonly isFirst: boolean;
  earlier(): void;
  later(): void;
}

const DAYS_SHOWN = 3;
/** HighLevel answers 31 days at most. */
const SPAN_MS = 31 * 86_400_000;

interface Place {
  /** Which span of 31 days, counted from when the form opened. */
  readonly span: number;
  /** Which of its days come first. */
  readonly first: number;
}

/** A calendar's free times, a few days at a time. `userId`: those of one team member. */
export function useFreeSlots(calendarId: string, userId: string): FreeDays {
  const { gateway } = useServices();
  const zone = usableTimeZone(useConnection().timeZone);
  const [opened] = useState(gateway.now);
  /** The way here, so that *Earlier* leads back along it. */
  const [way, setWay] = useState<readonly Place[]>([{ span: 0, first: 0 }]);
  const { span, first } = way.at(-1) ?? { span: 0, first: 0 };
  const from = opened + span * SPAN_MS;
  const input = { calendarId, startDate: from, endDate: from + SPAN_MS, timezone: zone, ...(userId === '' ? {} : { userId }) };
  // What is free changes by the minute: it is neither kept nor taken from before.
  const read = useGhl('calendars.freeSlots', input, { remembered: false, staleTime: 0 });
  const days = useMemo(() => read.data && slotDays(read.data, zone, readerTimeZone()), [read.data, zone]);
  const next = first + DAYS_SHOWN;
  return {
    read,
    days: days?.slice(first, next),
    from,
    until: from + SPAN_MS,
    isFirst: way.length === 1,
    earlier: () => setWay(way.slice(0, -1)),
    later: () => setWay([...way, days !== undefined && next < days.length ? { span, first: next } : { span: span + 1, first: 0 }]),
  };
}
