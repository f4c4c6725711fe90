import { useMe } from '@/lib/query/acts.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import { useDrafts } from './Drafts.tsx';
import type { Draft } from './draft.ts';
import { operationOf } from './draft.ts';

/** Commits drafts for the target they were opened for. A draft goes only after its write is stored. */
export function useSaveDraft() {
  const { drop } = useDrafts();
  const { id: me } = useMe();
  const write = useCommitWrite();
  function save(draft: Draft, onSaved?: () => void) {
    const operation = operationOf(draft, me);
    if (operation === undefined || write.isPending) return;
    const onSuccess = () => {
      drop(draft);
      onSaved?.();
    };
    write.mutate({ operation, target: draft.target }, { onSuccess });
  }
  return { save, error: write.error, isSaving: write.isPending };
}
