import { useState } from 'react';
import type { Setting } from '@/lib/storage/items.ts';
import { Field } from './Field.tsx';
import styles from './options.module.css';
import { SaveState } from './SaveState.tsx';
import { useSetting } from './use-setting.ts';

interface SecondsFieldProps {
  /** Milliseconds. */
  readonly setting: Setting<number>;
  readonly label: string;
  readonly hint: string;
  /** In seconds. */
  readonly most: number;
}

/** A length of time in whole seconds, stored as it is typed. */
export function SecondsField({ setting, label, hint, most }: SecondsFieldProps) {
  const { value, failed, save } = useSetting(setting);
  /** What stands in the field while it is being typed; `undefined`: what is stored. */
  const [typed, setTyped] = useState<string>();
  const [saved, setSaved] = useState(false);
  const isWrong = typed !== undefined && toSeconds(typed, most) === undefined;

  async function change(text: string) {
    setTyped(text);
    setSaved(false);
    const seconds = toSeconds(text, most);
    if (seconds !== undefined) setSaved(await save(seconds * 1_000));
  }

  return (
    <div>
      <Field
        label={label}
        hint={hint}
        type="number"
        inputMode="numeric"
        min={0}
        max={most}
        step={1}
        className={styles.short}
        disabled={value === undefined}
        aria-invalid={isWrong}
        value={typed ?? String(Math.round((value ?? 0) / 1_000))}
        onChange={(text) => void change(text)}
        onBlur={() => setTyped(undefined)}
      />
      <SaveState failed={failed} saved={saved && !isWrong} />
    </div>
  );
}

function toSeconds(text: string, most: number): number | undefined {
  return /^\d{1,3}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}
