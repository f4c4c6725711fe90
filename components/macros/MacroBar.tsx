import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Macro } from '@/lib/macros/macro.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useSettingValue } from '@/lib/query/settings.ts';
import { MacroKey } from './MacroKey.tsx';
import styles from './Macros.module.css';
import { macroText } from './macro-text.ts';
import { useRunMacro } from './use-run-macro.ts';

/** A row of them fits at 280 px; the others are one click away. */
const FIRST = 4;

/** The person's macros, one button each. */
export function MacroBar({ target }: { readonly target: Target & { readonly contactId: string } }) {
  const macros = useSettingValue('macros') ?? [];
  const { run, idle, error } = useRunMacro(target);
  const [showsAll, setShowsAll] = useState(false);
  if (macros.length === 0) return null;
  return (
    <fieldset className={styles.bar} aria-label={i18n.t('macros.label')}>
      {macros.map((macro) => macro.key && <MacroKey key={macro.id} digit={macro.key} onRun={() => run(macro)} />)}
      {(showsAll ? macros : macros.slice(0, FIRST)).map((macro) => (
        <MacroButton key={macro.id} macro={macro} onRun={() => run(macro)} />
      ))}
      {macros.length > FIRST && (
        <Button look="link" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? i18n.t('macros.fewer') : i18n.t('macros.more', macros.length - FIRST)}
        </Button>
      )}
      <p aria-live="polite" className={styles.idle}>
        {idle === undefined ? '' : i18n.t('macros.nothing', { name: displayText(idle) })}
      </p>
      {error !== null && <ErrorNote error={error} />}
    </fieldset>
  );
}

function MacroButton({ macro, onRun }: { readonly macro: Macro; readonly onRun: () => void }) {
  return (
    // The second click of a double click is not another wish.
    <Button className={styles.macro} title={displayText(macroText(macro))} onClick={({ detail }) => detail < 2 && onRun()}>
      <Text>{macro.name}</Text>
      {macro.key && (
        <span className={styles.key} aria-hidden="true">
          {macro.key}
        </span>
      )}
    </Button>
  );
}
