import { useId } from 'react';
import type { Setting } from '@/lib/storage/items.ts';
import styles from './options.module.css';
import { SaveState } from './SaveState.tsx';
import { useSetting } from './use-setting.ts';

interface SettingSwitchProps {
  readonly setting: Setting<boolean>;
  readonly label: string;
  readonly hint: string;
}

/** Something that is on or off. */
export function SettingSwitch({ setting, label, hint }: SettingSwitchProps) {
  const { value, failed, save } = useSetting(setting);
  const id = useId();
  return (
    <div className={styles.site}>
      <div className={styles.switchRow}>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
        <input
          id={id}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself
          role="switch"
          className={styles.switch}
          aria-describedby={`${id}-hint`}
          checked={value === true}
          disabled={value === undefined}
          onChange={(event) => void save(event.target.checked)}
        />
      </div>
      {failed && <SaveState failed />}
    </div>
  );
}
