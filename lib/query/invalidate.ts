import type { QueryClient } from '@tanstack/react-query';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { changedReads } from './changed-reads.ts';

/** Reads again what a confirmed write has changed; what is not on screen is only marked as old. */
export function refetchAfter(queryClient: QueryClient, entry: Pick<OutboxEntry, 'operation' | 'target'>): void {
  for (const queryKey of changedReads(entry)) void queryClient.invalidateQueries({ queryKey });
}
