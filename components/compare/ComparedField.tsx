import { TextCursorInput } from 'lucide-react';
import { useId } from 'react';
import { i18n } from '#i18n';
import { CopyButton } from '@/components/details/CopyButton.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { ComparedRow } from '@/lib/contact/compare.ts';
import styles from './Compare.module.css';
import type { Decision } from './decisions.ts';
import { plainValue } from './page-labels.ts';
import { useValueText } from './use-value-text.ts';

interface ComparedFieldProps {
  readonly row: ComparedRow;
  readonly decision: Decision | undefined;
  readonly onDecide: (decision: Decision) => void;
  /** Puts HighLevel's value into the page's form. */
  readonly onFill: (() => void) | undefined;
}

/** One field on both sides, and which of them is used. */
export function ComparedField({ row, decision, onDecide, onFill }: ComparedFieldProps) {
  const id = useId();
  const { field, choices, theirs, state } = row;
  const valueText = useValueText(field.kind === 'owner');
  const theirText = valueText(field.kind, theirs);
  const option = (isChosen: boolean, name: string, value: string, next: Decision) => (
    <label className={styles.option}>
      <input type="radio" name={id} checked={isChosen} onChange={() => onDecide(next)} />
      <span className={styles.use}>{name}</span>
      <span className={styles.value}>
        <Text>{value}</Text>
      </span>
    </label>
  );
  return (
    <fieldset className={styles.row}>
      <legend className={styles.label}>
        <Text>{field.label}</Text>{' '}
        {state !== 'pageBlank' && decision === undefined && <span className={styles.ask}>{i18n.t('compare.undecided')}</span>}
      </legend>
      {state === 'pageBlank' ? (
        <p className={styles.only}>
          <span className={styles.value}>
            <Text>{theirText}</Text>
          </span>
          <span className={styles.hint}>{i18n.t('compare.notOnPage')}</span>
        </p>
      ) : (
        <div className={styles.options}>
          {choices.map(({ shown, change }, at) => (
            <div key={shown}>
              {option(
                decision?.use === 'page' && decision.at === at,
                i18n.t('compare.usePage'),
                change ? valueText(field.kind, change.to) : shown,
                { use: 'page', at },
              )}
            </div>
          ))}
          {option(decision?.use === 'highlevel', i18n.t('compare.useHighLevel'), theirText, { use: 'highlevel' })}
        </div>
      )}
      {theirs !== null && (
        <span className={styles.tools}>
          <CopyButton label={field.label} value={field.kind === 'owner' ? theirText : plainValue(field.kind, theirs)} />
          <FillButton label={field.label} onFill={onFill} />
        </span>
      )}
    </fieldset>
  );
}

function FillButton({ label, onFill }: { readonly label: string; readonly onFill: (() => void) | undefined }) {
  const name = i18n.t('compare.fillOne', { field: label });
  return (
    <Button look="icon" title={name} aria-label={name} aria-disabled={onFill === undefined} onClick={onFill}>
      <TextCursorInput size={14} aria-hidden="true" />
    </Button>
  );
}
