import { useId } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { FieldChange, FieldValue, Target } from '@/lib/outbox/entry.ts';
import { useCommitFromPage } from '@/lib/query/page-form.ts';
import styles from './Compare.module.css';
import { COMPARISON_ID } from './comparison-id.ts';

interface ReviewChangesProps {
  readonly tabId: number;
  readonly page: DetectedContact;
  readonly target: Target & { readonly contactId: string };
  readonly changes: readonly FieldChange[];
  readonly onDone: () => void;
}

const focus = (element: HTMLElement | null) => element?.focus();

/** Exactly what will be sent, before it is: one write for all of it. */
export function ReviewChanges({ tabId, page, target, changes, onDone }: ReviewChangesProps) {
  const id = useId();
  const sending = useCommitFromPage(tabId, page);
  function done() {
    // The rows go, and the button with them.
    document.getElementById(COMPARISON_ID)?.focus();
    onDone();
  }
  // As a promise: once it is committed both sides agree, and this is gone before a callback of it would be called.
  const send = () => void sending.mutateAsync({ operation: { kind: 'updateContact', changes }, target }).then(done, () => undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in place of the sentence
    <div role="group" aria-labelledby={id} className={styles.review}>
      <p id={id} ref={focus} tabIndex={-1}>
        {i18n.t('compare.willBeSent')}
      </p>
      <ul>
        {changes.map(({ field, label, from, to }) => (
          <li key={field}>
            <Text>{label}</Text>: <Value value={from} /> <span aria-hidden="true">→</span>
            <span className={styles.unseen}>{i18n.t('compare.becomes')}</span> <Value value={to} isNew />
          </li>
        ))}
      </ul>
      {sending.error !== null && <ErrorNote error={sending.error} onRetry={send} />}
      <div className={styles.acts}>
        <Button look="main" disabled={sending.isPending} onClick={send}>
          {i18n.t('compare.send')}
        </Button>
        <Button onClick={onDone}>{i18n.t('compare.notYet')}</Button>
      </div>
    </div>
  );
}

/** As it is sent, not as it is shown elsewhere. */
function Value({ value, isNew = false }: { readonly value: FieldValue; readonly isNew?: boolean }) {
  if (value === null) return <span className={styles.hint}>{i18n.t('compare.nothing')}</span>;
  const text = (typeof value === 'object' ? value.join('; ') : String(value)).slice(0, 500);
  return (
    <span className={isNew ? styles.fresh : undefined}>
      <Text>{text}</Text>
    </span>
  );
}
