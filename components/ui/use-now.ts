import { useEffect, useState } from 'react';
import { useServices } from '@/lib/query/services.tsx';

const TICK_MS = 20_000;

/** The present, in epoch milliseconds, a few times a minute: for "as of 2 min" and what is overdue. */
export function useNow(): number {
  const { gateway } = useServices();
  const [now, setNow] = useState(gateway.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(gateway.now()), TICK_MS);
    return () => clearInterval(ticking);
  }, [gateway]);
  return now;
}
