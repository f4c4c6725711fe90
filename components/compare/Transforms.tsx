import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from '@/components/ui/Field.tsx';
import type { FieldMapping, Transform } from '@/lib/contact/mapping.ts';
import styles from './Mapping.module.css';
import { MAX_TRANSFORMS, newTransform, TRANSFORMS, transformName } from './mapping-lines.ts';
import { Select } from './Select.tsx';
import { TransformOptions } from './TransformOptions.tsx';

interface TransformsProps {
  readonly line: FieldMapping;
  /** What the page shows now. */
  readonly sample: string;
  /** What the target may be, where it is a choice. */
  readonly options: readonly string[];
  readonly onChange: (line: FieldMapping) => void;
}

/** What is done with the page's value on its way, in this order, and what stands in for nothing. */
export function Transforms({ line, sample, options, onChange }: TransformsProps) {
  const [next, setNext] = useState<Transform['kind']>('trim');
  const { transforms, fallback, ...rest } = line;
  const kept = fallback === undefined ? {} : { fallback };
  const set = (changed: readonly Transform[]) => onChange({ ...rest, ...kept, transforms: changed });
  return (
    <details className={styles.transforms}>
      <summary>{transforms.length === 0 ? i18n.t('mapping.asIs') : transforms.map(({ kind }) => transformName(kind)).join(' · ')}</summary>
      <ol>
        {transforms.map((transform, at) => (
          // The order is what the list is about, and nothing else tells two of a kind apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={at} className={styles.transform}>
            <span className={styles.name}>{transformName(transform.kind)}</span>
            <Button
              look="link"
              aria-label={i18n.t('mapping.removeTransform', { name: transformName(transform.kind) })}
              onClick={() => set(transforms.toSpliced(at, 1))}
            >
              {i18n.t('mapping.removeShort')}
            </Button>
            <TransformOptions transform={transform} options={options} onChange={(changed) => set(transforms.with(at, changed))} />
          </li>
        ))}
      </ol>
      <div className={styles.addTransform}>
        <Select
          label={i18n.t('mapping.change')}
          value={next}
          options={TRANSFORMS.map((value) => ({ value, text: transformName(value) }))}
          onChoose={setNext}
        />
        <Button disabled={transforms.length >= MAX_TRANSFORMS} onClick={() => set([...transforms, newTransform(next, sample)])}>
          {i18n.t('mapping.addTransform')}
        </Button>
      </div>
      <Field
        label={i18n.t('mapping.fallback')}
        value={fallback ?? ''}
        maxLength={500}
        onText={(text) => onChange({ ...rest, transforms, ...(text === '' ? {} : { fallback: text }) })}
      />
    </details>
  );
}
