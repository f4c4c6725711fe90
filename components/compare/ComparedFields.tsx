import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import type { ComparedRow } from '@/lib/contact/compare.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { FieldChange, Target } from '@/lib/outbox/entry.ts';
import styles from './Compare.module.css';
import { ComparedField } from './ComparedField.tsx';
import { chosenChanges, type Decision, type Decisions, decisionOf, isSameSending, rowKey, withBlanksFilled } from './decisions.ts';
import { FillForm } from './FillForm.tsx';
import { ReviewChanges } from './ReviewChanges.tsx';
import { useFilling } from './use-filling.ts';

interface ComparedFieldsProps {
  readonly tabId: number;
  readonly page: DetectedContact;
  readonly target: Target & { readonly contactId: string };
  /** Those that are not the same on both sides. */
  readonly rows: readonly ComparedRow[];
}

/** What is to become of each field, and what is sent then; nothing is sent that was not shown first. */
export function ComparedFields({ tabId, page, target, rows }: ComparedFieldsProps) {
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [reviewed, setReviewed] = useState<readonly FieldChange[]>();
  const filling = useFilling(tabId, page, rows);
  const changes = chosenChanges(rows, decisions);
  // Page or HighLevel may say something else by now: then what was shown is not what would be sent.
  const isReviewing = reviewed !== undefined && isSameSending(reviewed, changes);
  const hasBlanks = rows.some((row) => row.state === 'blank' && decisionOf(row, decisions)?.use !== 'page');
  const isOpen = rows.some(({ state }) => state !== 'pageBlank');
  const decide = (row: ComparedRow, decision: Decision) => setDecisions(new Map(decisions).set(rowKey(row), decision));
  return (
    <>
      {rows.map((row) => (
        <ComparedField
          key={row.field.field}
          row={row}
          decision={decisionOf(row, decisions)}
          onDecide={(decision) => decide(row, decision)}
          onFill={filling.isPending ? undefined : filling.fillOne(row)}
        />
      ))}
      {isOpen && !isReviewing && (
        <div className={styles.acts}>
          <Button look="main" disabled={changes.length === 0} onClick={() => setReviewed(changes)}>
            {i18n.t('compare.update')}
          </Button>
          {hasBlanks && <Button onClick={() => setDecisions(withBlanksFilled(rows, decisions))}>{i18n.t('compare.fillBlanks')}</Button>}
        </div>
      )}
      {reviewed !== undefined && !isReviewing && (
        <p role="status" className={styles.hint}>
          {i18n.t('compare.changedMeanwhile')}
        </p>
      )}
      {isReviewing && <ReviewChanges tabId={tabId} page={page} target={target} changes={reviewed} onDone={() => setReviewed(undefined)} />}
      <FillForm filling={filling} />
    </>
  );
}
