import { QueryClient } from '@tanstack/react-query';

/**
 * The panel's query client. The background owns retries, time-outs and being offline, so nothing here waits for a
 * network or asks twice.
 */
export function createPanelQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 30_000, refetchOnReconnect: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
