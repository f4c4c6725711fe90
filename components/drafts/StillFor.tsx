import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { toAppError } from '@/lib/core/errors.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { useDrafts } from './Drafts.tsx';
import { type Draft, hasText, keyOf } from './draft.ts';
import { OtherDraft } from './OtherDraft.tsx';

interface StillForProps {
  readonly contactId: string | undefined;
  readonly recordId: string | undefined;
}

/** Drafts for someone else than the panel shows now: they say for whom, and wait for a word. */
export function StillFor({ contactId, recordId }: StillForProps) {
  const { all, isAlone, dismiss } = useDrafts();
  const isGone = useIsGone(contactId);
  const shown = { locationId: useLocationId(), contactId, recordId };
  const others = all.filter((draft) => hasText(draft) && (isGone || !isOf(draft, shown)));
  return (
    <>
      {isAlone && (
        <Notice
          tone="warning"
          action={
            <Button look="link" onClick={dismiss}>
              {i18n.t('drafts.understood')}
            </Button>
          }
        >
          {i18n.t('drafts.alone')}
        </Notice>
      )}
      {others.map((draft) => (
        <OtherDraft key={keyOf(draft)} draft={draft} canSave={!(isGone && isOf(draft, shown))} />
      ))}
    </>
  );
}

/** Whether HighLevel no longer has the contact that is shown: no section is there to hold what was typed for them. */
function useIsGone(contactId: string | undefined): boolean {
  // Asked by the contact's own view; here its answer is only followed.
  const { error } = useGhl('contacts.get', contactId === undefined ? null : { contactId }, { enabled: false });
  return error !== null && toAppError(error).code === 'not_found';
}

interface Shown extends StillForProps {
  readonly locationId: string;
}

function isOf(draft: Draft, { locationId, contactId, recordId }: Shown): boolean {
  if (draft.target.locationId !== locationId) return false;
  if (draft.kind === 'contact') return draft.recordId === recordId && contactId === undefined;
  return contactId !== undefined && draft.target.contactId === contactId;
}
