import { useRef } from 'react';
import { useMe } from '@/lib/query/acts.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import { useDrafts } from './Drafts.tsx';
import type { Draft } from './draft.ts';
import { operationOf } from './draft.ts';

/** Commits drafts for the target they were opened for. A draft goes only after its write is stored. */
export function useSaveDraft() {
  const { drop } = useDrafts();
  const { id: me } = useMe();
  const locationId = useLocationId();
  const write = useCommitWrite();
  /** Known at once, where a state of React's is known only at the next painting: a second quick click must see it. */
  const saved = useRef(new WeakSet<Draft>());
  function save(draft: Draft, onSaved?: () => void) {
    const operation = operationOf(draft, draft.target.locationId === locationId ? me : undefined);
    if (operation === undefined || write.isPending || saved.current.has(draft)) return;
    saved.current.add(draft);
    const onSuccess = () => {
      drop(draft);
      onSaved?.();
    };
    write.mutate({ operation, target: draft.target }, { onSuccess, onError: () => void saved.current.delete(draft) });
  }
  return { save, error: write.error, isSaving: write.isPending };
}
