import { useMutation } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { AppFailure } from '@/lib/core/errors.ts';
import type { Operation, OutboxEntry, Target } from '@/lib/outbox/entry.ts';
import type { EntryAct } from './gateway.ts';
import type { QueueState } from './queue-feed.ts';
import { useServices } from './services.tsx';

/** Every pending write, oldest first. */
export function useOutbox(): readonly OutboxEntry[] {
  const { outbox } = useServices();
  return useSyncExternalStore(outbox.subscribe, outbox.snapshot);
}

/** Why the outbox could not be read, while it cannot; what is shown of it may then be old. */
export function useOutboxTrouble(): { error: AppFailure | undefined; readAgain: () => void } {
  const { outbox } = useServices();
  const trouble = useSyncExternalStore(outbox.subscribe, outbox.trouble);
  return { error: trouble && new AppFailure(trouble), readAgain: () => void outbox.refresh() };
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
