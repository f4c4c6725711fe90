import { useMutation } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { AppFailure } from '@/lib/core/errors.ts';
import type { Operation, OutboxEntry, Target } from '@/lib/outbox/entry.ts';
import type { EntryAct, Gateway } from './gateway.ts';
import { holdFor } from './hold.ts';
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

/** One write that a person asked for. */
interface Wish {
  readonly operation: Operation;
  readonly target: Target;
}

/** The only way a component writes: the operation is stored before anything else happens. Fails with `storage`. */
export function useCommitWrite() {
  const { gateway, outbox } = useServices();
  return useMutation({
    mutationFn: async ({ operation, target }: Wish) => {
      await outbox.commit([{ operation, target, holdMs: holdFor(operation, await readHold(gateway)) }]);
    },
  });
}

/** Several writes that are one act. */
export interface GroupWish {
  /** What the person asked for, e.g. the macro's name: the one line that is shown for all of it. */
  readonly name: string;
  readonly writes: readonly Wish[];
}

/**
 * Writes that are one act for the person: stored all together or not at all, shown as one line with one Undo, and all
 * held as long as the one of them that has to wait longest. Fails with `storage` or `invalid_request`.
 */
export function useCommitGroup() {
  const { gateway, outbox } = useServices();
  return useMutation({
    mutationFn: async ({ name, writes }: GroupWish) => {
      const settings = await readHold(gateway);
      const holdMs = Math.max(0, ...writes.map(({ operation }) => holdFor(operation, settings)));
      const group = { id: crypto.randomUUID(), name };
      await outbox.commit(writes.map((wish) => ({ ...wish, holdMs, group })));
    },
  });
}

async function readHold({ settings }: Gateway) {
  const [holdMs, longHoldMs, automationTags] = await Promise.all([
    settings.holdMs.get(),
    settings.longHoldMs.get(),
    settings.automationTags.get(),
  ]);
  return { holdMs, longHoldMs, automationTags };
}

/** What a person does to a pending write. Answers `false` when it came too late. */
export function useEntryAct() {
  const { outbox } = useServices();
  return useMutation({ mutationFn: ({ opId, act }: { opId: string; act: EntryAct }) => outbox.act([opId], act) });
}

/** What a person does to all writes of one act. Answers `false` when some of it was too late. */
export function useGroupAct() {
  const { outbox } = useServices();
  return useMutation({ mutationFn: ({ opIds, act }: { opIds: readonly string[]; act: EntryAct }) => outbox.act(opIds, act) });
}
