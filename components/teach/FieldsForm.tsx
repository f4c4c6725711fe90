import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Field as TextField } from '@/components/ui/Field.tsx';
import type { Proposal } from '@/lib/crm/taught/findings.ts';
import { useDraftRule } from '@/lib/query/teach.ts';
import { DraftTrouble } from './DraftTrouble.tsx';
import { FieldRow } from './FieldRow.tsx';
import { PointingLine } from './PointingLine.tsx';
import styles from './Teach.module.css';
import { useTeaching } from './Teaching.tsx';
import { currentFields, FIELDS, isEnough, lessonOf, type Teaching } from './teaching-state.ts';
import { usePicking } from './use-picking.ts';

interface FieldsFormProps {
  readonly tabId: number;
  readonly teaching: Teaching;
  readonly proposal: Proposal;
  /** Makes a new guess of the page as it is now. */
  readonly onLookAgain: () => void;
}

/** Which values are used, where they are, and what the site is called. */
export function FieldsForm({ tabId, teaching, proposal, onLookAgain }: FieldsFormProps) {
  const { change } = useTeaching(tabId);
  const draft = useDraftRule(tabId);
  const { pick, cancel, error } = usePicking(tabId, teaching);
  const { left, picking } = teaching;
  const lesson = lessonOf(teaching, proposal);
  const fields = currentFields(teaching, proposal);
  /** What was said of the last try speaks of what was chosen then. */
  const revise = (part: Partial<Teaching>) => {
    draft.reset();
    change(part);
  };
  const goOn = () =>
    draft.mutate(lesson, {
      onSuccess: ({ rule, moved, lost }) => {
        if (rule !== null && !moved && lost.length === 0) change({ step: 'second', rule, first: lesson, origin: rule.origin });
      },
    });
  const lookAgain = () => {
    revise({ picked: {}, base: undefined });
    onLookAgain();
  };
  return (
    <>
      <PointingLine field={picking} onCancel={cancel} />
      <ul className={styles.rows}>
        {FIELDS.map((field) => (
          <FieldRow
            key={field}
            field={field}
            value={fields[field]?.value}
            isUsed={!left.includes(field)}
            isBusy={picking !== undefined}
            onUse={(isUsed) => revise({ left: isUsed ? left.filter((one) => one !== field) : [...left, field] })}
            onPick={() => {
              draft.reset();
              pick(field);
            }}
          />
        ))}
      </ul>
      {error !== null && <ErrorNote error={error} />}
      <TextField label={i18n.t('teach.fields.label')} value={lesson.label} maxLength={80} onText={(label) => change({ label })} />
      {!isEnough(lesson) && <p className={styles.hint}>{i18n.t('teach.fields.tooFew')}</p>}
      <DraftTrouble draft={draft} onLookAgain={lookAgain} onRetry={goOn} />
      <Button
        look="main"
        disabled={!isEnough(lesson) || lesson.label.trim() === '' || picking !== undefined || draft.isPending}
        onClick={goOn}
      >
        {i18n.t('teach.fields.next')}
      </Button>
    </>
  );
}
