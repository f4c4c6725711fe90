import { i18n } from '#i18n';
import { Text } from '@/components/ui/Text.tsx';
import { compare, type KnownField, pageValues, type Sides } from '@/lib/contact/compare.ts';
import { fieldValue } from '@/lib/contact/fields.ts';
import type { FieldMapping } from '@/lib/contact/mapping.ts';
import { useE164 } from '@/lib/query/page-form.ts';
import styles from './Mapping.module.css';
import { useValueText } from './use-value-text.ts';

interface LineSampleProps {
  readonly line: FieldMapping;
  /** `undefined`: the location has no such field. */
  readonly target: KnownField | undefined;
  readonly sides: Sides;
}

const NO_NUMBERS: readonly string[] = [];

/** What the page shows for a line, what becomes of it, and what HighLevel has. */
export function LineSample({ line, target, sides }: LineSampleProps) {
  const valueText = useValueText(target?.kind === 'owner');
  const values = pageValues(line.from, sides);
  const isNumber = target?.kind === 'phone' || line.transforms.some(({ kind }) => kind === 'e164');
  const toE164 = useE164(isNumber ? values : NO_NUMBERS);
  const [raw] = values;
  if (target === undefined) return <p className={styles.sample}>{i18n.t('mapping.noSuchField')}</p>;
  // Held against nothing, whatever the page has is a change; so the sample shows it even where both sides agree.
  const [row] = compare([line], [target], { ...sides, contact: {}, toE164 });
  const [made] = row?.choices ?? [];
  return (
    <p className={styles.sample} aria-live="polite">
      {raw === undefined ? i18n.t('mapping.nothingOnPage') : <Text>{cut(raw)}</Text>} <span aria-hidden="true">→</span>{' '}
      <strong>{made?.change ? <Text>{valueText(target.kind, made.change.to)}</Text> : i18n.t('mapping.staysOut')}</strong>
      <br />
      {i18n.t('mapping.highLevelHas')} <Text>{valueText(target.kind, fieldValue(sides.contact, target.field))}</Text>
    </p>
  );
}

const cut = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
