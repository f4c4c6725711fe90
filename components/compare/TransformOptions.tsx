import { i18n } from '#i18n';
import type { Transform } from '@/lib/contact/mapping.ts';
import { LookupTable } from './LookupTable.tsx';
import { Select } from './Select.tsx';

interface TransformOptionsProps {
  readonly transform: Transform;
  readonly options: readonly string[];
  readonly onChange: (transform: Transform) => void;
}

/** What can be said of one transform; of some there is nothing to say. */
export function TransformOptions({ transform, options, onChange }: TransformOptionsProps) {
  const choice = <V extends string>(
    key: string,
    value: V,
    values: readonly V[],
    textOf: (one: V) => string,
    onChoose: (one: V) => void,
  ) => <Select label={key} value={value} options={values.map((one) => ({ value: one, text: textOf(one) }))} onChoose={onChoose} />;
  switch (transform.kind) {
    case 'case':
      return choice(
        i18n.t('mapping.caseLabel'),
        transform.to,
        ['title', 'upper', 'lower'],
        (to) => i18n.t(`mapping.cases.${to}`),
        (to) => onChange({ ...transform, to }),
      );
    case 'date':
      return choice(
        i18n.t('mapping.orderLabel'),
        transform.order,
        ['dmy', 'mdy', 'ymd'],
        (order) => i18n.t(`mapping.orders.${order}`),
        (order) => onChange({ ...transform, order }),
      );
    case 'split':
      return choice(
        i18n.t('mapping.partLabel'),
        transform.part,
        ['first', 'last'],
        (part) => i18n.t(`mapping.parts.${part}`),
        (part) => onChange({ ...transform, part }),
      );
    case 'lookup':
      return <LookupTable lookup={transform} options={options} onChange={onChange} />;
    default:
      return null;
  }
}
