import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './options.module.css';

interface FieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Stands at the end of the input. */
  readonly beside?: ReactNode;
}

/** A labelled text field with its hint. */
export function Field({ label, hint, value, onChange, beside, className, ...rest }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.entry}>
        <input
          id={id}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className={[styles.input, className].filter(Boolean).join(' ')}
          aria-describedby={hint === undefined ? undefined : hintId}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...rest}
        />
        {beside}
      </div>
      {hint !== undefined && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
