import type { ComponentProps } from 'react';
import styles from './Field.module.css';

interface FieldProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  readonly label: string;
  readonly onText: (text: string) => void;
}

/** A labelled line of text. */
export function Field({ label, onText, ...rest }: FieldProps) {
  return (
    <label className={styles.label}>
      {label}
      <input className={styles.input} onChange={(event) => onText(event.target.value)} {...rest} />
    </label>
  );
}
