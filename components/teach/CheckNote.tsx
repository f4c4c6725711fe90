import { i18n } from '#i18n';
import { fieldList } from '@/components/site/field-names.ts';
import type { RuleCheck } from '@/lib/crm/taught/findings.ts';
import styles from './Teach.module.css';

/** What stands between the second record and a rule that may be kept. */
export function CheckNote({ check }: { readonly check: RuleCheck | undefined }) {
  const isWaiting = check === undefined || check.problem === null || check.problem === 'same_record';
  return (
    <p role="status" className={isWaiting ? styles.hint : styles.problem}>
      {check && noteText(check)}
    </p>
  );
}

function noteText({ problem, unchanged, rule }: RuleCheck): string {
  switch (problem) {
    case 'same_record':
      return i18n.t('teach.second.sameRecord');
    case 'other_page':
      return i18n.t('teach.second.otherPage');
    case 'no_key':
      return i18n.t('teach.second.noKey');
    case null:
      if (unchanged.length > 0) return i18n.t('teach.second.settle', { fields: fieldList(unchanged) });
      return i18n.t(rule === null ? 'teach.second.tooFew' : 'teach.second.good');
  }
}
