import { useMutation } from '@tanstack/react-query';
import { i18n } from '#i18n';
import { FileField } from '@/components/options/FileField.tsx';
import styles from '@/components/options/options.module.css';
import { type MappingFile, parseMapping } from '@/lib/query/mapping-file.ts';

/** Far above what sixty lines can be: a larger file is something else. */
const MAX_BYTES = 1_000_000;

interface ImportMappingProps {
  readonly nameOf: (site: string) => string;
  /** Whether Alongside knows a site of that id. */
  readonly isSite: (site: string) => boolean;
  /** Resolves to whether it is stored. */
  readonly onTake: (file: MappingFile) => Promise<boolean>;
}

/** Takes in a mapping that was exported here or by a colleague. It writes nothing by itself. */
export function ImportMapping({ nameOf, isSite, onTake }: ImportMappingProps) {
  const taking = useMutation({ mutationFn: take });
  async function take(chosen: File): Promise<{ readonly done?: string; readonly problem?: string }> {
    const read = parseMapping(chosen.size > MAX_BYTES ? '' : await chosen.text());
    if ('problems' in read) return { problem: badFile(read.problems) };
    const { file } = read;
    if (!isSite(file.site)) return { problem: i18n.t('options.mapping.noSite', { site: nameOf(file.site) }) };
    return (await onTake(file)) ? { done: i18n.t('options.mapping.imported', { site: nameOf(file.site) }) } : {};
  }
  const problem = taking.isError ? badFile([]) : taking.data?.problem;
  return (
    <div className={styles.field}>
      <FileField
        label={i18n.t('options.mapping.import')}
        hint={i18n.t('options.mapping.importHint')}
        onFile={(file) => taking.mutate(file)}
      />
      {problem !== undefined && (
        <p role="alert" className={styles.trouble}>
          {problem}
        </p>
      )}
      <p role="status" className={styles.done}>
        {taking.data?.done}
      </p>
    </div>
  );
}

function badFile(problems: readonly string[]): string {
  return problems.length === 0
    ? i18n.t('options.mapping.badFile')
    : i18n.t('options.mapping.badFileBecause', { problems: problems.join('; ') });
}
