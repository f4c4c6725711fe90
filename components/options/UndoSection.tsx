import { useState } from 'react';
import { i18n } from '#i18n';
import { Field } from './Field.tsx';
import { useOptionsGateway } from './gateway.tsx';
import { OptionSection } from './OptionSection.tsx';
import styles from './options.module.css';
import { SaveState } from './SaveState.tsx';
import { useSetting } from './use-setting.ts';

const MAX_SECONDS = 60;

/** How long a change waits, so that it can be undone. */
export function UndoSection() {
  const { settings } = useOptionsGateway();
  const hold = useSetting(settings.holdMs);
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
    <OptionSection title={i18n.t('options.undo.title')} about={i18n.t('options.undo.about')}>
      <Field
        label={i18n.t('options.undo.seconds')}
        hint={i18n.t('options.undo.hint')}
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
    </OptionSection>
  );
}

function toSeconds(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) && Number(text) <= MAX_SECONDS ? Number(text) : undefined;
}
