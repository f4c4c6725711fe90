import { i18n } from '#i18n';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import type { Target } from '@/lib/outbox/entry.ts';
import { useGhl } from '@/lib/query/use-ghl.ts';
import styles from './Enrolment.module.css';
import { WorkflowForm } from './WorkflowForm.tsx';

/** The location's workflows, to put the contact into one or take it out. */
export function Workflows({ target }: { readonly target: Target & { readonly contactId: string } }) {
  const read = useGhl('workflows.list', { locationId: target.locationId });
  return (
    <ReadState read={read} data={read.data} skeleton={<Skeleton rows={1} />}>
      {(workflows) =>
        workflows.length === 0 ? (
          <p className={styles.hint}>{i18n.t('enrolment.noWorkflows')}</p>
        ) : (
          <WorkflowForm target={target} workflows={workflows} />
        )
      }
    </ReadState>
  );
}
