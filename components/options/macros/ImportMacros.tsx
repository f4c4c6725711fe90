import { useMutation } from '@tanstack/react-query';
import { i18n } from '#i18n';
import { FileField } from '@/components/options/FileField.tsx';
import styles from '@/components/options/options.module.css';
import type { Macro } from '@/lib/macros/macro.ts';
import { mergeMacros, parseMacros } from '@/lib/query/macro-file.ts';

/** Far above what fifty macros can be: a larger file is something else. */
const MAX_BYTES = 1_000_000;
const SHOWN_PROBLEMS = 3;

interface ImportMacrosProps {
  readonly own: readonly Macro[];
  /** How many there may be. */
  readonly most: number;
  /** Resolves to whether they are stored. */
  readonly onSave: (macros: Macro[]) => Promise<boolean>;
}

/** Takes in macros that were exported here or by a colleague. They only add buttons: nothing runs by itself. */
export function ImportMacros({ own, most, onSave }: ImportMacrosProps) {
  const taking = useMutation({ mutationFn: take });
  async function take(file: File): Promise<{ readonly taken: number; readonly problem?: string }> {
    const read = parseMacros(file.size > MAX_BYTES ? '' : await file.text());
    if ('problems' in read) return { taken: 0, problem: badFile(read.problems) };
    const merged = mergeMacros(own, read.macros);
    if (merged.length > most) return { taken: 0, problem: i18n.t('options.macros.tooMany', { most }) };
    return { taken: (await onSave([...merged])) ? read.macros.length : 0 };
  }
  const problem = taking.isError ? badFile([]) : taking.data?.problem;
  const taken = taking.data?.taken ?? 0;
  return (
    <div className={styles.field}>
      <FileField
        label={i18n.t('options.macros.import')}
        hint={i18n.t('options.macros.importHint')}
        onFile={(file) => taking.mutate(file)}
      />
      {problem !== undefined && (
        <p role="alert" className={styles.trouble}>
          {problem}
        </p>
      )}
      <p role="status" className={styles.done}>
        {taken > 0 ? i18n.t('options.macros.imported', taken) : ''}
      </p>
    </div>
  );
}

function badFile(problems: readonly string[]): string {
  return [i18n.t('options.macros.badFile'), problems.slice(0, SHOWN_PROBLEMS).join('; ')].filter(Boolean).join(' ');
}
