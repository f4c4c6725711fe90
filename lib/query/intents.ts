import { useEffect, useRef } from 'react';
import type { PanelIntent } from '@/lib/messaging/intent.ts';
import { useServices } from './services.tsx';

/** Hands on what the person asked for in a tab outside the panel: what waits there already, and what comes. */
export function useIntents(tabId: number, carryOut: (intent: PanelIntent) => void): void {
  const { gateway } = useServices();
  const latest = useRef(carryOut);
  useEffect(() => {
    latest.current = carryOut;
  });
  // Not a read: what is taken is gone, so no answer may be thrown away for a newer one.
  useEffect(() => {
    const stop = new AbortController();
    const take = async () => {
      const intent = await gateway.ask('takeIntent', { tabId });
      if (intent !== null && !stop.signal.aborted) latest.current(intent);
    };
    // What could not be asked for is asked for again in the place where it was wished.
    const look = () => void take().catch(() => undefined);
    gateway.onNews((news) => {
      if (news.about === 'intent' && news.tabId === tabId) look();
    }, stop.signal);
    look();
    return () => stop.abort();
  }, [gateway, tabId]);
}
