import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { i18n } from '#i18n';
import { hostOfOrigin } from '@/components/site/site-address.ts';
import { Button } from '@/components/ui/Button.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { usePermission } from '@/lib/query/permission.ts';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { Trouble } from './Trouble.tsx';

interface KeepImportedProps {
  readonly rule: TaughtRule;
  /** Something was taught there before. */
  readonly isKnown: boolean;
  /** The built-in CRM that is read there now, or would be. */
  readonly replaced: string | undefined;
  readonly onDrop: () => void;
}

/** A rule out of a file: what it is for, and whether that site may be read. */
export function KeepImported({ rule, isKnown, replaced, onDrop }: KeepImportedProps) {
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
      {replaced !== undefined && <p className={styles.warning}>{i18n.t('options.taught.replacesCrm', { crm: replaced })}</p>}
      <p className={styles.hint}>{i18n.t('options.taught.unchecked')}</p>
      <div className={styles.buttons}>
        <Button
          disabled={asking.isPending || keeping.isPending}
          onClick={() => asking.wait(sites.allowOrigin(rule.origin), () => keeping.mutate())}
        >
          {replaced === undefined ? i18n.t('options.taught.allow') : i18n.t('options.taught.allowInstead', { crm: replaced })}
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
