import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useOptionsGateway } from '@/components/options/gateway.tsx';
import { connectionKey } from '@/components/options/use-connection.ts';
import type { Operation, OutboxEntry } from '@/lib/outbox/entry.ts';
import type { EntryAct } from '@/lib/query/gateway.ts';

/** A change of the location's own list of tags. */
export type TagWrite = Extract<Operation, { readonly kind: 'createTag' | 'renameTag' | 'deleteTag' }>;

export interface TagEntry extends OutboxEntry {
  readonly operation: TagWrite;
}

/** Changes of one location's tags on their way, and what a person does to them. `onSettled`: one of them is done with. */
export function useTagWrites(locationId: string, onSettled: () => void) {
  const { outbox, settings, allowWriting } = useOptionsGateway();
  const client = useQueryClient();
  const all = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  const entries = all.filter((entry): entry is TagEntry => isTagWrite(entry) && entry.target.locationId === locationId);
  const open = entries
    .filter(({ state }) => state !== 'sent')
    .map(({ opId }) => opId)
    .join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the open changes become others, one of them has been settled
  useEffect(onSettled, [open]);
  const commit = useMutation({
    mutationFn: async (operation: TagWrite) => {
      const target = { locationId, contactId: null, shownAs: '' };
      await outbox.commit([{ operation, target, holdMs: await settings.holdMs.get() }]);
    },
  });
  const act = useMutation({ mutationFn: ({ opId, what }: { opId: string; what: EntryAct }) => outbox.act([opId], what) });
  const allow = useMutation({
    mutationFn: allowWriting,
    onSuccess: (connection) => client.setQueryData(connectionKey, connection),
  });
  return { entries, commit, act, allow };
}

export type TagWrites = ReturnType<typeof useTagWrites>;

function isTagWrite({ operation }: OutboxEntry): boolean {
  return operation.kind === 'createTag' || operation.kind === 'renameTag' || operation.kind === 'deleteTag';
}
