import { useId } from 'react';
import { i18n } from '#i18n';
import { fieldTitle } from '@/components/site/field-names.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { Field } from '@/lib/crm/adapter.ts';
import styles from './Teach.module.css';

interface FieldRowProps {
  readonly field: Field;
  /** What is there on the page; `undefined` when nobody found it yet. */
  readonly value: string | undefined;
  readonly isUsed: boolean;
  /** The person is pointing at something: not disabled, as the focus has to stay. */
  readonly isBusy: boolean;
  readonly onUse: (isUsed: boolean) => void;
  readonly onPick: () => void;
}

/** One field of the first record: used as it was found, pointed at, or left out. */
export function FieldRow({ field, value, isUsed, isBusy, onUse, onPick }: FieldRowProps) {
  const id = useId();
  const title = fieldTitle(field);
  return (
    <li className={styles.row}>
      <input
        id={id}
        type="checkbox"
        aria-describedby={`${id}-value`}
        checked={isUsed && value !== undefined}
        disabled={value === undefined}
        onChange={(event) => onUse(event.target.checked)}
      />
      <label htmlFor={id}>{title}</label>
      <Button
        look="link"
        aria-label={i18n.t('teach.fields.pickOf', { field: title })}
        aria-disabled={isBusy}
        onClick={() => isBusy || onPick()}
      >
        {i18n.t('teach.fields.pick')}
      </Button>
      <span id={`${id}-value`} className={isUsed && value !== undefined ? styles.value : styles.leftOut}>
        {value === undefined ? i18n.t('teach.fields.notFound') : <Text>{value}</Text>}
      </span>
    </li>
  );
}
