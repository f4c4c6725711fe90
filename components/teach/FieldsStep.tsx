import { i18n } from '#i18n';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { useProposal } from '@/lib/query/teach.ts';
import { FieldsForm } from './FieldsForm.tsx';
import { StepHeading } from './StepHeading.tsx';
import type { Teaching } from './teaching-state.ts';

/** The second step: what is where on the first record. */
export function FieldsStep({ tabId, teaching }: { readonly tabId: number; readonly teaching: Teaching }) {
  const proposal = useProposal(tabId, teaching.id);
  const lookAgain = () => void proposal.refetch();
  return (
    <>
      <StepHeading step={2}>{i18n.t('teach.fields.title')}</StepHeading>
      {proposal.error !== null && <ErrorNote error={proposal.error} onRetry={lookAgain} />}
      {proposal.isPending && <Skeleton rows={4} />}
      {proposal.data && <FieldsForm tabId={tabId} teaching={teaching} proposal={proposal.data} onLookAgain={lookAgain} />}
    </>
  );
}
