import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { type KnownField, pageValues, type Sides } from '@/lib/contact/compare.ts';
import type { FieldMapping, PageFieldRef } from '@/lib/contact/mapping.ts';
import { LineSample } from './LineSample.tsx';
import styles from './Mapping.module.css';
import { pageFieldRefs, RULES } from './mapping-lines.ts';
import { pageFieldLabel } from './page-labels.ts';
import { Select } from './Select.tsx';
import { Transforms } from './Transforms.tsx';

interface MappingLineProps {
  readonly line: FieldMapping;
  /** `first`: the place of the first line into the same field. */
  readonly position: { readonly at: number; readonly last: number; readonly first: number };
  readonly known: readonly KnownField[];
  readonly sides: Sides;
  readonly onChange: (line: FieldMapping) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

const MAX_SAMPLE = 40;

/** A page may have hundreds of fields, and each line offers all of them: made once, not at every key that is typed. */
function pageFieldOptions(page: Sides['page'], fields: Sides['fields'], own: PageFieldRef) {
  return pageFieldRefs(fields ?? [], own).map((value) => {
    const [sample = ''] = pageValues(value, { page, fields });
    const shown = sample.length > MAX_SAMPLE ? `${sample.slice(0, MAX_SAMPLE)}…` : sample;
    return { value, text: [pageFieldLabel(value), shown].filter(Boolean).join(': ') };
  });
}

/** One line: from where, to where, by which rule, and what comes of it on the page that is open. */
export function MappingLine({ line, position: { at, last, first }, known, sides, onChange, onMove, onRemove }: MappingLineProps) {
  const number = String(at + 1);
  const { page, fields } = sides;
  const refs = useMemo(() => pageFieldOptions(page, fields, line.from), [page, fields, line.from]);
  const targets = known.map(({ field, label }) => ({ value: field, text: label }));
  const target = known.find(({ field }) => field === line.to);
  const strange = target === undefined ? [{ value: line.to, text: i18n.t('mapping.unknownField') }] : [];
  const [sample = ''] = pageValues(line.from, sides);
  return (
    <li aria-label={i18n.t('mapping.line', { number })} className={styles.line}>
      <div className={styles.selects}>
        <Select label={i18n.t('mapping.from')} value={line.from} options={refs} onChoose={(from) => onChange({ ...line, from })} />
        <Select
          label={i18n.t('mapping.to')}
          value={line.to}
          options={[...targets, ...strange]}
          onChoose={(to) => onChange({ ...line, to })}
        />
        <Select
          label={i18n.t('mapping.rule')}
          value={line.rule}
          options={RULES.map((value) => ({ value, text: i18n.t(`mapping.rules.${value}`) }))}
          onChoose={(rule) => onChange({ ...line, rule })}
        />
      </div>
      {first < at && <p className={styles.sample}>{i18n.t('mapping.behind', { number: String(first + 1) })}</p>}
      <LineSample line={line} target={target} sides={sides} />
      <Transforms line={line} sample={sample} options={target?.options ?? []} onChange={onChange} />
      <div className={styles.tools}>
        <Button
          look="icon"
          aria-disabled={at === 0}
          aria-label={i18n.t('mapping.up', { number })}
          title={i18n.t('mapping.up', { number })}
          onClick={() => at > 0 && onMove(-1)}
        >
          <ArrowUp size={14} aria-hidden="true" />
        </Button>
        <Button
          look="icon"
          aria-disabled={at === last}
          aria-label={i18n.t('mapping.down', { number })}
          title={i18n.t('mapping.down', { number })}
          onClick={() => at < last && onMove(1)}
        >
          <ArrowDown size={14} aria-hidden="true" />
        </Button>
        <Button
          look="icon"
          aria-label={i18n.t('mapping.remove', { number })}
          title={i18n.t('mapping.remove', { number })}
          onClick={onRemove}
        >
          <Trash2 size={14} aria-hidden="true" />
        </Button>
      </div>
    </li>
  );
}
