import { i18n } from '#i18n';
import { Text } from '@/components/ui/Text.tsx';
import type { ComparedRow } from '@/lib/contact/compare.ts';
import styles from './Compare.module.css';
import { useValueText } from './use-value-text.ts';

/** The fields that both sides have alike, folded. */
export function AgreedFields({ rows }: { readonly rows: readonly ComparedRow[] }) {
  const valueText = useValueText(rows.some(({ field }) => field.kind === 'owner'));
  if (rows.length === 0) return null;
  return (
    <details className={styles.agreed}>
      <summary>{i18n.t('compare.agree', rows.length)}</summary>
      <dl>
        {rows.map(({ field, theirs }) => (
          <div key={field.field} className={styles.pair}>
            <dt>
              <Text>{field.label}</Text>
            </dt>
            <dd className={styles.value}>
              <Text>{valueText(field.kind, theirs)}</Text>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
