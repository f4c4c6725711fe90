import { useId } from 'react';
import { i18n } from '#i18n';
import styles from '@/components/options/options.module.css';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

interface KeyFieldProps {
  /** Empty for none. */
  readonly value: string;
  /** Keys of other macros. */
  readonly taken: readonly string[];
  readonly onChange: (key: string) => void;
}

/** The digit that runs a macro in the panel. */
export function KeyField({ value, taken, onChange }: KeyFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{i18n.t('options.macros.key')}</label>
      <select
        id={id}
        className={`${styles.input} ${styles.short} ${styles.start}`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{i18n.t('options.macros.noKey')}</option>
        {KEYS.filter((key) => !taken.includes(key)).map((key) => (
          <option key={key} value={key}>
            {key}
          </option>
        ))}
      </select>
    </div>
  );
}
