import { useState } from 'react';
import { i18n } from '#i18n';
import { Field } from '@/components/options/Field.tsx';
import { useOptionsGateway } from '@/components/options/gateway.tsx';
import styles from '@/components/options/options.module.css';
import { SaveState } from '@/components/options/SaveState.tsx';
import { useSetting } from '@/components/options/use-setting.ts';

const MAX_SECONDS = 120;

/** How long a change that starts an automation waits, so that it can be undone. */
export function LongHold() {
  const { settings } = useOptionsGateway();
  const hold = useSetting(settings.longHoldMs);
  /** What stands in the field while it is being typed; `undefined`: what is stored. */
  const [typed, setTyped] = useState<string>();
  const [saved, setSaved] = useState(false);
  const isWrong = typed !== undefined && toSeconds(typed) === undefined;

  async function change(text: string) {
    setTyped(text);
    setSaved(false);
    const seconds = toSeconds(text);
    if (seconds !== undefined) setSaved(await hold.save(seconds * 1_000));
  }
  return (
    <div>
      <Field
        label={i18n.t('options.locationTags.seconds')}
        hint={i18n.t('options.locationTags.secondsHint')}
        type="number"
        inputMode="numeric"
        min={0}
        max={MAX_SECONDS}
        step={1}
        className={styles.short}
        disabled={hold.value === undefined}
        aria-invalid={isWrong}
        value={typed ?? String(Math.round((hold.value ?? 0) / 1_000))}
        onChange={(text) => void change(text)}
        onBlur={() => setTyped(undefined)}
      />
      <SaveState failed={hold.failed} saved={saved && !isWrong} />
    </div>
  );
}

function toSeconds(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) && Number(text) <= MAX_SECONDS ? Number(text) : undefined;
}
