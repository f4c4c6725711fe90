import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import styles from './Details.module.css';

/** Puts a value on the clipboard, exactly as HighLevel has it, and says so until one moves on. */
export function CopyButton({ label, value }: { readonly label: string; readonly value: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  const Icon = outcome === 'copied' ? Check : Copy;
  return (
    <span className={styles.copy}>
      <Button
        look="icon"
        className={styles.copyButton}
        title={i18n.t('details.copy')}
        aria-label={i18n.t('details.copyOf', { field: label, value: displayText(value) })}
        onClick={() => void copy()}
        onBlur={() => setOutcome(undefined)}
      >
        <Icon size={14} aria-hidden="true" />
      </Button>
      <span aria-live="polite" className={styles.copied}>
        {outcome === 'copied' && i18n.t('details.copied')}
        {outcome === 'failed' && i18n.t('details.copyFailed')}
      </span>
    </span>
  );
}
