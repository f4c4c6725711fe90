import { i18n } from '#i18n';
import { fieldList } from '@/components/site/field-names.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import type { Field } from '@/lib/crm/adapter.ts';
import type { Lesson } from '@/lib/crm/taught/findings.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { useKeepRule, useMakeRule, useSecondRecord } from '@/lib/query/teach.ts';
import { ComparedFields } from './ComparedFields.tsx';
import { StepHeading } from './StepHeading.tsx';
import styles from './Teach.module.css';
import { useTeaching } from './Teaching.tsx';
import { rebased, type Teaching } from './teaching-state.ts';

/** The third step: on another record every field has to show something else. */
export function SecondStep({ tabId, teaching }: { readonly tabId: number; readonly teaching: Teaching }) {
  const { rule, first } = teaching;
  return (
    <>
      <StepHeading step={3}>{i18n.t('teach.second.title')}</StepHeading>
      <p>
        <Phrase sentence={i18n.t('teach.second.what', { site: SLOT })} words={first?.label ?? ''} />
      </p>
      {rule !== undefined && first !== undefined && <Compared tabId={tabId} teaching={teaching} rule={rule} first={first} />}
    </>
  );
}

interface ComparedProps {
  readonly tabId: number;
  readonly teaching: Teaching;
  readonly rule: TaughtRule;
  readonly first: Lesson;
}

function Compared({ tabId, teaching, rule, first }: ComparedProps) {
  const { change, end } = useTeaching(tabId);
  const second = useSecondRecord(tabId, rule, first);
  const keeping = useKeepRule(tabId, end);
  const check = second.data?.check;
  const back = () => change({ step: 'fields', rule: undefined, first: undefined });
  const makeRule = useMakeRule();
  function leave(field: Field) {
    const { [field]: _left, ...fields } = first.fields;
    const lesson = { ...first, fields };
    const fewer = makeRule(lesson);
    const left = [...teaching.left, field];
    // Without it there may be too little: then something else has to be pointed at.
    change(fewer === null ? { step: 'fields', left } : { rule: fewer, first: lesson, left });
  }
  const mayBeKept = check?.rule && check.problem === null && check.unchanged.length === 0;
  return (
    <>
      {second.error !== null && <ErrorNote error={second.error} onRetry={() => void second.refetch()} />}
      <p role="status" className={check?.problem && check.problem !== 'same_record' ? styles.problem : styles.hint}>
        {check && problemText(check.problem)}
      </p>
      {second.data && check?.problem !== 'same_record' && check?.problem !== 'other_page' && (
        <ComparedFields
          first={first}
          second={second.data}
          onPick={(field) => second.data && change(rebased(teaching, second.data.reading, field))}
          onLeave={leave}
        />
      )}
      {check !== undefined && check.problem === null && check.unchanged.length > 0 && (
        <p className={styles.hint}>{i18n.t('teach.second.settle', { fields: fieldList(check.unchanged) })}</p>
      )}
      {keeping.error !== null && <ErrorNote error={keeping.error} />}
      <div className={styles.acts}>
        <Button look="main" disabled={!mayBeKept || keeping.isPending} onClick={() => check?.rule && keeping.mutate(check.rule)}>
          {i18n.t('teach.second.save')}
        </Button>
        <Button disabled={second.isFetching && second.data === undefined} onClick={() => void second.refetch()}>
          {i18n.t('teach.second.check')}
        </Button>
        <Button look="link" onClick={back}>
          {i18n.t('teach.second.back')}
        </Button>
      </div>
    </>
  );
}

function problemText(problem: 'same_record' | 'other_page' | 'no_key' | null): string {
  switch (problem) {
    case 'same_record':
      return i18n.t('teach.second.sameRecord');
    case 'other_page':
      return i18n.t('teach.second.otherPage');
    case 'no_key':
      return i18n.t('teach.second.noKey');
    case null:
      return '';
  }
}
