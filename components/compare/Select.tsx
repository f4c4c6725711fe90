import { displayText } from '@/lib/core/display-text.ts';
import styles from './Mapping.module.css';

interface SelectProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly text: string }[];
  readonly onChoose: (value: V) => void;
}

/** A labelled list to choose from. */
export function Select<V extends string>({ label, value, options, onChoose }: SelectProps<V>) {
  return (
    <label className={styles.field}>
      {label}
      {/* Its values are those of the options. */}
      <select className={styles.select} value={value} onChange={(event) => onChoose(event.target.value as V)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {displayText(option.text)}
          </option>
        ))}
      </select>
    </label>
  );
}
