import { useState } from 'react';
import { i18n } from '#i18n';
import { macroText } from '@/components/macros/macro-text.ts';
import styles from '@/components/options/options.module.css';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Macro } from '@/lib/macros/macro.ts';
import { EditMacro } from './EditMacro.tsx';

interface MacroRowProps {
  readonly macro: Macro;
  readonly others: readonly Macro[];
  readonly onSave: (macro: Macro) => Promise<boolean>;
  readonly onRemove: () => void;
}

/** One macro: what it does, and the ways to change it. */
export function MacroRow({ macro, others, onSave, onRemove }: MacroRowProps) {
  const [isEdited, setEdited] = useState(false);
  const name = displayText(macro.name);
  return (
    <li className={styles.site}>
      <div>
        <strong>
          <Text>{macro.name}</Text>
        </strong>{' '}
        {macro.key !== undefined && <kbd>{macro.key}</kbd>}
        <p className={styles.hint}>
          <Text>{macroText(macro)}</Text>
        </p>
      </div>
      <div className={styles.acts}>
        <Button
          look="link"
          aria-expanded={isEdited}
          aria-label={i18n.t('options.macros.editOf', { name })}
          onClick={() => setEdited(!isEdited)}
        >
          {i18n.t('options.macros.edit')}
        </Button>
        <Button look="link" aria-label={i18n.t('options.macros.removeOf', { name })} onClick={onRemove}>
          {i18n.t('options.macros.remove')}
        </Button>
      </div>
      {isEdited && <EditMacro macro={macro} others={others} onSave={onSave} onDone={() => setEdited(false)} />}
    </li>
  );
}
