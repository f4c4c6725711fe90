import { useMutation } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Operation, OutboxEntry, Target } from '@/lib/outbox/entry.ts';
import type { EntryAct } from './gateway.ts';
import type { QueueState } from './queue-feed.ts';
import { useServices } from './services.tsx';

/** Every pending write, oldest first. */
export function useOutbox(): readonly OutboxEntry[] {
  const { outbox } = useServices();
  return useSyncExternalStore(outbox.subscribe, outbox.snapshot);
}

/** How busy the way to HighLevel is. */
export function useQueue(): QueueState {
  const { queue } = useServices();
  return useSyncExternalStore(queue.subscribe, queue.snapshot);
}

/** The only way a component writes: the operation is stored before anything else happens. Fails with `storage`. */
export function useCommitWrite() {
  const { gateway, outbox } = useServices();
  return useMutation({
    mutationFn: async ({ operation, target }: { operation: Operation; target: Target }) =>
      outbox.commit({ operation, target, holdMs: await gateway.settings.holdMs.get() }),
  });
}

/** What a person does to a pending write. */
export function useEntryAct() {
  const { outbox } = useServices();
  return useMutation({ mutationFn: ({ opId, act }: { opId: string; act: EntryAct }) => outbox.act(opId, act) });
}
