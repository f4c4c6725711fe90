import { i18n } from '#i18n';
import { fieldTitle } from '@/components/site/field-names.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { Field } from '@/lib/crm/adapter.ts';
import type { Lesson, RuleCheck } from '@/lib/crm/taught/findings.ts';
import type { SecondRecord } from '@/lib/query/teach.ts';
import styles from './Teach.module.css';
import { FIELDS } from './teaching-state.ts';

interface ComparedFieldsProps {
  readonly first: Lesson;
  readonly second: SecondRecord;
  readonly onPick: (field: Field) => void;
  readonly onLeave: (field: Field) => void;
}

/** Each taught field on the first record and on the one that is open now. */
export function ComparedFields({ first, second, onPick, onLeave }: ComparedFieldsProps) {
  return (
    <ul className={styles.rows}>
      {FIELDS.filter((field) => first.fields[field] !== undefined).map((field) => (
        <li key={field} className={styles.compared}>
          <Verdict field={field} check={second.check} />
          <span className={styles.before}>
            <Text>{first.fields[field]?.value ?? ''}</Text>
          </span>
          <span className={styles.now}>
            <Text>{second.reading.values[field] ?? '–'}</Text>
          </span>
          {!second.check.changed.includes(field) && (
            <span className={styles.rowActs}>
              <Button look="link" aria-label={i18n.t('teach.fields.pickOf', { field: fieldTitle(field) })} onClick={() => onPick(field)}>
                {i18n.t('teach.fields.pick')}
              </Button>
              <Button look="link" aria-label={i18n.t('teach.second.leaveOf', { field: fieldTitle(field) })} onClick={() => onLeave(field)}>
                {i18n.t('teach.second.leave')}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Verdict({ field, check }: { readonly field: Field; readonly check: RuleCheck }) {
  const isChanged = check.changed.includes(field);
  return (
    <>
      <strong>{fieldTitle(field)}</strong>
      <span className={isChanged ? styles.good : styles.bad}>{verdictText(field, check)}</span>
    </>
  );
}

function verdictText(field: Field, check: RuleCheck): string {
  if (check.changed.includes(field)) return i18n.t('teach.second.changed');
  if (!check.unchanged.includes(field)) return i18n.t('teach.second.notFound');
  return i18n.t(field === 'name' || field === 'company' ? 'teach.second.same' : 'teach.second.sameOwn');
}
