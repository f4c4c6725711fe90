import { type ChangeEvent, useId } from 'react';
import styles from './options.module.css';

interface FileFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly onFile: (file: File) => void;
}

/** Takes a JSON file from the person. */
export function FileField({ label, hint, onFile }: FileFieldProps) {
  const id = useId();
  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (file !== undefined) onFile(file);
    // The same file may be chosen again once it was mended.
    target.value = '';
  }
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        className={styles.file}
        aria-describedby={`${id}-hint`}
        onChange={choose}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
    </>
  );
}
