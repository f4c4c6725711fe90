import { useEffect, useState } from 'react';
import { useServices } from '@/lib/query/services.tsx';

/** Whole seconds until a moment (epoch milliseconds), counting down to 0. */
export function useSecondsLeft(until: number): number {
  const { now } = useServices().gateway;
  const [, setTick] = useState(0);
  const left = Math.max(0, until - now());
  useEffect(() => {
    const ticking = setInterval(() => setTick((tick) => tick + 1), 1_000);
    return () => clearInterval(ticking);
  }, []);
  return Math.ceil(left / 1_000);
}
