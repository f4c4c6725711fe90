import { i18n } from '#i18n';
import { fieldList, fieldName } from '@/components/site/field-names.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Field as TextField } from '@/components/ui/Field.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import type { Proposal } from '@/lib/crm/taught/findings.ts';
import { useDraftRule, useProposal } from '@/lib/query/teach.ts';
import { FieldRow } from './FieldRow.tsx';
import { StepHeading } from './StepHeading.tsx';
import styles from './Teach.module.css';
import { useTeaching } from './Teaching.tsx';
import { currentFields, FIELDS, isEnough, labelOf, lessonOf, type Teaching } from './teaching-state.ts';
import { usePicking } from './use-picking.ts';

interface StepProps {
  readonly tabId: number;
  readonly teaching: Teaching;
}

/** The second step: what is where on the first record. */
export function FieldsStep({ tabId, teaching }: StepProps) {
  const proposal = useProposal(tabId, teaching.id);
  return (
    <>
      <StepHeading step={2}>{i18n.t('teach.fields.title')}</StepHeading>
      {proposal.error !== null && <ErrorNote error={proposal.error} onRetry={() => void proposal.refetch()} />}
      {proposal.isPending && <Skeleton rows={4} />}
      {proposal.data !== undefined && (
        <Fields tabId={tabId} teaching={teaching} proposal={proposal.data} onLookAgain={() => void proposal.refetch()} />
      )}
    </>
  );
}

interface FieldsProps extends StepProps {
  readonly proposal: Proposal;
  readonly onLookAgain: () => void;
}

function Fields({ tabId, teaching, proposal, onLookAgain }: FieldsProps) {
  const { change } = useTeaching(tabId);
  const draft = useDraftRule(tabId);
  const { pick, cancel, error } = usePicking(tabId, teaching);
  const lesson = lessonOf(teaching, proposal);
  const fields = currentFields(teaching, proposal);
  const { picking } = teaching;
  const label = labelOf(teaching, proposal);
  const goOn = () =>
    draft.mutate(lesson, {
      onSuccess: ({ rule, moved, lost }) => {
        if (rule === null || moved || lost.length > 0) return;
        change({ step: 'second', rule, first: lesson, origin: new URL(lesson.url).origin });
      },
    });
  const revise = (part: Partial<Teaching>) => {
    draft.reset();
    change(part);
  };
  const lookAgain = () => {
    revise({ picked: {}, base: undefined });
    onLookAgain();
  };
  return (
    <>
      <p>{i18n.t('teach.fields.what')}</p>
      <ul className={styles.rows}>
        {FIELDS.map((field) => (
          <FieldRow
            key={field}
            field={field}
            value={fields[field]?.value}
            isUsed={!teaching.left.includes(field)}
            isBusy={picking !== undefined}
            onUse={(isUsed) => revise({ left: isUsed ? teaching.left.filter((one) => one !== field) : [...teaching.left, field] })}
            onPick={() => {
              draft.reset();
              pick(field);
            }}
          />
        ))}
      </ul>
      <p role="status" className={picking === undefined ? undefined : styles.pointing}>
        {picking !== undefined && i18n.t('teach.fields.point', { field: fieldName(picking) })}{' '}
        {picking !== undefined && (
          <Button look="link" onClick={cancel}>
            {i18n.t('teach.fields.stop')}
          </Button>
        )}
      </p>
      {error !== null && <ErrorNote error={error} />}
      <TextField label={i18n.t('teach.fields.label')} value={label} maxLength={80} onText={(text) => change({ label: text })} />
      {!isEnough(lesson) && <p className={styles.hint}>{i18n.t('teach.fields.tooFew')}</p>}
      {draft.data?.moved && (
        <p role="alert" className={styles.problem}>
          {i18n.t('teach.fields.moved')}{' '}
          <Button look="link" onClick={lookAgain}>
            {i18n.t('teach.fields.lookAgain')}
          </Button>
        </p>
      )}
      {draft.data !== undefined && !draft.data.moved && draft.data.lost.length > 0 && (
        <p role="alert" className={styles.problem}>
          {i18n.t('teach.fields.lost', { fields: fieldList(draft.data.lost) })}
        </p>
      )}
      {draft.error !== null && <ErrorNote error={draft.error} onRetry={goOn} />}
      <Button look="main" disabled={!isEnough(lesson) || label.trim() === '' || picking !== undefined || draft.isPending} onClick={goOn}>
        {i18n.t('teach.fields.next')}
      </Button>
    </>
  );
}
