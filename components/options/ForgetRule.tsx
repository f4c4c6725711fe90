import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { Trouble } from './Trouble.tsx';

/** Forgetting what was taught asks first: it cannot be taken back. */
export function ForgetRule({ rule, onStay }: { readonly rule: TaughtRule; readonly onStay: () => void }) {
  const { sites } = useOptionsGateway();
  const question = useId();
  const forgetting = useMutation({ mutationFn: () => sites.forgetRule(rule.origin) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in place of the question
    <div className={styles.question} role="group" aria-labelledby={question}>
      <p id={question}>{i18n.t('options.taught.ask', { site: displayText(rule.label) })}</p>
      <div className={styles.buttons}>
        <Button className={styles.danger} disabled={forgetting.isPending} onClick={() => forgetting.mutate()}>
          {i18n.t('options.taught.remove')}
        </Button>
        <Button onClick={onStay}>{i18n.t('options.taught.keep')}</Button>
      </div>
      {forgetting.error !== null && <Trouble error={forgetting.error} onRetry={() => forgetting.mutate()} />}
    </div>
  );
}
