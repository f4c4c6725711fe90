import { useId } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from '@/components/ui/Field.tsx';
import type { Transform } from '@/lib/contact/mapping.ts';
import styles from './Mapping.module.css';

type Lookup = Extract<Transform, { readonly kind: 'lookup' }>;

interface LookupTableProps {
  readonly lookup: Lookup;
  /** What HighLevel's field may be, where it is a choice. */
  readonly options: readonly string[];
  readonly onChange: (lookup: Lookup) => void;
}

const MAX_WORDS = 200;

/** The page's words and HighLevel's, beside each other. */
export function LookupTable({ lookup, options, onChange }: LookupTableProps) {
  const id = useId();
  const { table, otherwise, ...rest } = lookup;
  const kept = otherwise === undefined ? {} : { otherwise };
  const set = (changed: Lookup['table']) => onChange({ ...rest, ...kept, table: changed });
  const words = { maxLength: 500, list: id } as const;
  return (
    <div className={styles.lookup}>
      <datalist id={id}>
        {options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
      {table.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words change while they are typed, so nothing but their place tells them apart
        <div key={at} className={styles.words}>
          <Field
            label={i18n.t('mapping.pageWord')}
            value={entry.from}
            maxLength={500}
            onText={(from) => set(table.with(at, { ...entry, from }))}
          />
          <Field
            label={i18n.t('mapping.highLevelWord')}
            value={entry.to}
            {...words}
            onText={(to) => set(table.with(at, { ...entry, to }))}
          />
          <Button look="link" aria-label={i18n.t('mapping.removeWord', { word: entry.from })} onClick={() => set(table.toSpliced(at, 1))}>
            {i18n.t('mapping.removeShort')}
          </Button>
        </div>
      ))}
      <Button disabled={table.length >= MAX_WORDS} onClick={() => set([...table, { from: '', to: '' }])}>
        {i18n.t('mapping.addWord')}
      </Button>
      <Field
        label={i18n.t('mapping.otherwise')}
        value={otherwise ?? ''}
        {...words}
        onText={(text) => onChange({ ...rest, table, ...(text === '' ? {} : { otherwise: text }) })}
      />
    </div>
  );
}
