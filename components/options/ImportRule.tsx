import { useMutation } from '@tanstack/react-query';
import { type ChangeEvent, useId } from 'react';
import { i18n } from '#i18n';
import { parseRule } from '@/lib/query/rule-file.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { KeepImported } from './KeepImported.tsx';
import styles from './options.module.css';
import { replacedCrms } from './replaced-crms.ts';
import { Trouble } from './Trouble.tsx';

/** Far above what a rule can be: a larger file is something else. */
const MAX_BYTES = 200_000;

/** Takes in a rule that was exported. Its site is read only after the browser was asked for it. */
export function ImportRule({ known, sites }: { readonly known: readonly string[]; readonly sites: readonly SiteView[] }) {
  const id = useId();
  const reading = useMutation({ mutationFn: async (file: File) => parseRule(file.size > MAX_BYTES ? '' : await file.text()) });
  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (file !== undefined) reading.mutate(file);
    // The same file may be chosen again once it was mended.
    target.value = '';
  }
  const rule = reading.data;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{i18n.t('options.taught.import')}</label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        className={styles.file}
        aria-describedby={`${id}-hint`}
        onChange={choose}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {i18n.t('options.taught.importHint')}
      </p>
      {reading.error !== null && <Trouble error={reading.error} />}
      {rule !== undefined && (
        <KeepImported
          key={reading.submittedAt}
          rule={rule}
          isKnown={known.includes(rule.origin)}
          replaced={replacedCrms(rule.origin, sites)[0]?.label}
          onDrop={() => reading.reset()}
        />
      )}
    </div>
  );
}
