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
          <div className={styles.verdict}>
            <strong>{fieldTitle(field)}</strong>
            <Verdict field={field} check={second.check} />
          </div>
          <dl>
            <dt>{i18n.t('teach.second.before')}</dt>
            <dd>
              <Text>{first.fields[field]?.value ?? ''}</Text>
            </dd>
            <dt>{i18n.t('teach.second.now')}</dt>
            <dd>
              <Text>{second.reading.values[field] ?? '–'}</Text>
            </dd>
          </dl>
          {!second.check.changed.includes(field) && <Mend field={field} onPick={onPick} onLeave={onLeave} />}
        </li>
      ))}
    </ul>
  );
}

function Verdict({ field, check }: { readonly field: Field; readonly check: RuleCheck }) {
  if (check.changed.includes(field)) return <span className={styles.good}>{i18n.t('teach.second.changed')}</span>;
  if (!check.unchanged.includes(field)) return <span className={styles.bad}>{i18n.t('teach.second.notFound')}</span>;
  const mayBeOwn = field === 'email' || field === 'phone';
  return <span className={styles.bad}>{i18n.t(mayBeOwn ? 'teach.second.sameOwn' : 'teach.second.same')}</span>;
}

interface MendProps extends Pick<ComparedFieldsProps, 'onPick' | 'onLeave'> {
  readonly field: Field;
}

function Mend({ field, onPick, onLeave }: MendProps) {
  return (
    <div className={styles.acts}>
      <Button look="link" aria-label={i18n.t('teach.fields.pickOf', { field: fieldTitle(field) })} onClick={() => onPick(field)}>
        {i18n.t('teach.fields.pick')}
      </Button>
      <Button look="link" aria-label={i18n.t('teach.second.leaveOf', { field: fieldTitle(field) })} onClick={() => onLeave(field)}>
        {i18n.t('teach.second.leave')}
      </Button>
    </div>
  );
}
