import { useMutation } from '@tanstack/react-query';
import { i18n } from '#i18n';
import { parseRule } from '@/lib/query/rule-file.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { FileField } from './FileField.tsx';
import { KeepImported } from './KeepImported.tsx';
import styles from './options.module.css';
import { replacedCrms } from './replaced-crms.ts';
import { Trouble } from './Trouble.tsx';

/** Far above what a rule can be: a larger file is something else. */
const MAX_BYTES = 200_000;

/** Takes in a rule that was exported. Its site is read only after the browser was asked for it. */
export function ImportRule({ known, sites }: { readonly known: readonly string[]; readonly sites: readonly SiteView[] }) {
  const reading = useMutation({ mutationFn: async (file: File) => parseRule(file.size > MAX_BYTES ? '' : await file.text()) });
  const rule = reading.data;
  return (
    <div className={styles.field}>
      <FileField
        label={i18n.t('options.taught.import')}
        hint={i18n.t('options.taught.importHint')}
        onFile={(file) => reading.mutate(file)}
      />
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
