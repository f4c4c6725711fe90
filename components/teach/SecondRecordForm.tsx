import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import type { Field } from '@/lib/crm/adapter.ts';
import type { Lesson } from '@/lib/crm/taught/findings.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { useKeepRule, useMakeRule, useSecondRecord } from '@/lib/query/teach.ts';
import { CheckNote } from './CheckNote.tsx';
import { ComparedFields } from './ComparedFields.tsx';
import styles from './Teach.module.css';
import { useTeaching } from './Teaching.tsx';
import { rebased, type Teaching } from './teaching-state.ts';

interface SecondRecordFormProps {
  readonly tabId: number;
  readonly teaching: Teaching;
  readonly rule: TaughtRule;
  readonly first: Lesson;
}

/** What the rule finds on the record that is open now, and what can be done about it. */
export function SecondRecordForm({ tabId, teaching, rule, first }: SecondRecordFormProps) {
  const { change, end } = useTeaching(tabId);
  const makeRule = useMakeRule();
  const second = useSecondRecord(tabId, rule, first);
  const keeping = useKeepRule(tabId, end);
  const check = second.data?.check;
  const kept = check?.problem === null && check.unchanged.length === 0 ? check.rule : null;
  const isOther = check?.problem === null || check?.problem === 'no_key';

  function leave(field: Field) {
    const { [field]: _left, ...fields } = first.fields;
    const lesson = { ...first, fields };
    const fewer = makeRule(lesson);
    const left = [...teaching.left, field];
    // Without it there may be too little: then something else has to be pointed at.
    change(fewer === null ? { step: 'fields', left } : { rule: fewer, first: lesson, left });
  }

  return (
    <>
      {second.error !== null && <ErrorNote error={second.error} onRetry={() => void second.refetch()} />}
      <CheckNote check={check} />
      {second.data && isOther && (
        <ComparedFields
          first={first}
          second={second.data}
          onPick={(field) => second.data && change(rebased(teaching, second.data.reading, field))}
          onLeave={leave}
        />
      )}
      {keeping.error !== null && <ErrorNote error={keeping.error} />}
      <div className={styles.acts}>
        <Button look="main" disabled={kept === null || keeping.isPending} onClick={() => kept && keeping.mutate(kept)}>
          {i18n.t('teach.second.save')}
        </Button>
        <Button onClick={() => void second.refetch()}>{i18n.t('teach.second.check')}</Button>
        <Button look="link" onClick={() => change({ step: 'fields', rule: undefined, first: undefined })}>
          {i18n.t('teach.second.back')}
        </Button>
      </div>
    </>
  );
}
