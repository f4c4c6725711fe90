import { useMutation } from '@tanstack/react-query';
import { type ChangeEvent, useId } from 'react';
import { i18n } from '#i18n';
import { hostOfOrigin } from '@/components/site/site-address.ts';
import { Button } from '@/components/ui/Button.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { usePermission } from '@/lib/query/permission.ts';
import { parseRule } from '@/lib/query/rule-file.ts';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { Trouble } from './Trouble.tsx';

/** Far above what a rule can be: a larger file is something else. */
const MAX_BYTES = 200_000;

/** Takes in a rule that was exported. Its site is read only after the browser was asked for it. */
export function ImportRule({ known }: { readonly known: readonly string[] }) {
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
        <KeepImported key={reading.submittedAt} rule={rule} isKnown={known.includes(rule.origin)} onDrop={() => reading.reset()} />
      )}
    </div>
  );
}

interface KeepImportedProps {
  readonly rule: TaughtRule;
  /** Something was taught there before. */
  readonly isKnown: boolean;
  readonly onDrop: () => void;
}

function KeepImported({ rule, isKnown, onDrop }: KeepImportedProps) {
  const { sites } = useOptionsGateway();
  const question = useId();
  const asking = usePermission();
  const keeping = useMutation({ mutationFn: () => sites.keepRule(rule) });
  const site = displayText(rule.label);
  if (keeping.isSuccess)
    return (
      <p role="status" className={styles.done}>
        {i18n.t('options.taught.kept', { site })}
      </p>
    );
  const error = asking.error ?? keeping.error;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in place of the question
    <div className={styles.question} role="group" aria-labelledby={question}>
      <p id={question}>
        {i18n.t('options.taught.found', { site, origin: hostOfOrigin(rule.origin) })} {isKnown && i18n.t('options.taught.replaces')}
      </p>
      <div className={styles.buttons}>
        <Button
          disabled={asking.isPending || keeping.isPending}
          onClick={() => asking.wait(sites.allowOrigin(rule.origin), () => keeping.mutate())}
        >
          {i18n.t('options.taught.allow')}
        </Button>
        <Button onClick={onDrop}>{i18n.t('options.taught.drop')}</Button>
      </div>
      {asking.isRefused && (
        <p role="alert" className={styles.warning}>
          {i18n.t('options.sites.refused', { site: hostOfOrigin(rule.origin) })}
        </p>
      )}
      {error !== null && <Trouble error={error} />}
    </div>
  );
}
