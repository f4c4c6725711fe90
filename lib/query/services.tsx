import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { createPanelQueryClient } from './client.ts';
import { followNews } from './follow-news.ts';
import type { Gateway } from './gateway.ts';
import { refetchAfter } from './invalidate.ts';
import { createOutboxFeed, type OutboxFeed } from './outbox-feed.ts';
import { createReadMemory, type ReadPersister } from './persister.ts';
import { createQueueFeed, type QueueFeed } from './queue-feed.ts';

/** Everything the hooks of this folder work with. */
export interface PanelServices {
  readonly gateway: Gateway;
  readonly queryClient: QueryClient;
  readonly persister: ReadPersister;
  /** Deletes remembered reads that are too old to be shown. */
  readonly forgetOldReads: () => Promise<void>;
  readonly outbox: OutboxFeed;
  readonly queue: QueueFeed;
}

/** Builds the panel's services over a gateway and lets them follow the news until `signal` aborts. */
export function createPanelServices(gateway: Gateway, signal: AbortSignal): PanelServices {
  const queryClient = createPanelQueryClient();
  const outbox = createOutboxFeed({ gateway, onNewer: (entry) => refetchAfter(queryClient, entry) });
  const queue = createQueueFeed();
  followNews({ gateway, queryClient, outbox, queue }, signal);
  signal.addEventListener('abort', () => outbox.stop(), { once: true });
  void outbox.refresh();
  const { persister, forgetOld } = createReadMemory(gateway.cache);
  return { gateway, queryClient, persister, forgetOldReads: forgetOld, outbox, queue };
}

const ServicesContext = createContext<PanelServices | null>(null);

/** Gives the panel's components their services. */
export function PanelServicesProvider({ services, children }: { services: PanelServices; children: ReactNode }) {
  return (
    <ServicesContext value={services}>
      <QueryClientProvider client={services.queryClient}>{children}</QueryClientProvider>
    </ServicesContext>
  );
}

export function useServices(): PanelServices {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('A component of the panel stands outside PanelServicesProvider.');
  return services;
}
