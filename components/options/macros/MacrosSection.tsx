import { useState } from 'react';
import { i18n } from '#i18n';
import { useOptionsGateway } from '@/components/options/gateway.tsx';
import { OptionSection } from '@/components/options/OptionSection.tsx';
import styles from '@/components/options/options.module.css';
import { SaveState } from '@/components/options/SaveState.tsx';
import { saveFile } from '@/components/options/save-file.ts';
import { useSetting } from '@/components/options/use-setting.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { Macro } from '@/lib/macros/macro.ts';
import { mergeMacros, writeMacros } from '@/lib/query/macro-file.ts';
import { EditMacro } from './EditMacro.tsx';
import { ImportMacros } from './ImportMacros.tsx';
import { MacroRow } from './MacroRow.tsx';

/** The schema of `lib/storage/macro-schema.ts` takes no more. */
const MOST = 50;

/** Named sets of tag, note and task: what the panel's macro buttons do. */
export function MacrosSection() {
  const { settings } = useOptionsGateway();
  const { value: stored, failed, save } = useSetting(settings.macros);
  const macros = stored ?? [];
  const [isNew, setNew] = useState(false);
  const keep = (macro: Macro) => save([...mergeMacros(macros, [macro])]);
  return (
    <OptionSection title={i18n.t('options.macros.title')} about={i18n.t('options.macros.about')}>
      {stored?.length === 0 && <p className={styles.quiet}>{i18n.t('options.macros.none')}</p>}
      <ul>
        {macros.map((macro) => (
          <MacroRow
            key={macro.id}
            macro={macro}
            others={macros.filter((other) => other !== macro)}
            onSave={keep}
            onRemove={() => void save(macros.filter((other) => other !== macro))}
          />
        ))}
      </ul>
      {isNew && <EditMacro others={macros} onSave={keep} onDone={() => setNew(false)} />}
      <div className={styles.buttons}>
        <Button aria-expanded={isNew} disabled={stored === undefined || macros.length >= MOST} onClick={() => setNew(!isNew)}>
          {i18n.t('options.macros.add')}
        </Button>
        <Button disabled={macros.length === 0} onClick={() => saveFile('alongside-macros.json', writeMacros(macros))}>
          {i18n.t('options.macros.export')}
        </Button>
      </div>
      <ImportMacros own={macros} most={MOST} onSave={save} />
      <SaveState failed={failed} />
    </OptionSection>
  );
}
