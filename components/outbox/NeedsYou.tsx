import { i18n } from '#i18n';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { useOutbox, useOutboxTrouble } from '@/lib/query/outbox.ts';
import { AllowWriting } from './AllowWriting.tsx';
import styles from './NeedsYou.module.css';
import { StuckEntry } from './StuckEntry.tsx';

/** More would push the contact out of sight. */
const SHOWN = 2;

/** Writes that do not go by themselves: each says why, and what can be done. */
export function NeedsYou() {
  const entries = useOutbox();
  const { error, readAgain } = useOutboxTrouble();
  const asking = entries.filter(({ state, waiting }) => state === 'queued' && waiting === 'write_access');
  const stuck = entries.filter((entry) => !asking.includes(entry) && isStuck(entry)).sort((a, b) => urgency(a) - urgency(b));
  if (error === undefined && asking.length === 0 && stuck.length === 0) return null;
  return (
    <div className={styles.needs}>
      {error && <ErrorNote error={error} onRetry={readAgain} />}
      {asking.length > 0 && <AllowWriting entries={asking} />}
      {stuck.length > 0 && (
        <ul aria-label={i18n.t('outbox.label')}>
          {stuck.slice(0, SHOWN).map((entry) => (
            <StuckEntry key={entry.opId} entry={entry} />
          ))}
        </ul>
      )}
      {stuck.length > SHOWN && (
        <details className={styles.rest}>
          <summary>{i18n.t('outbox.more', stuck.length - SHOWN)}</summary>
          <ul>
            {stuck.slice(SHOWN).map((entry) => (
              <StuckEntry key={entry.opId} entry={entry} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What a person has to decide comes before what only waits. */
function urgency({ state }: OutboxEntry): number {
  return state === 'queued' ? 1 : 0;
}

function isStuck({ state, waiting }: OutboxEntry): boolean {
  return state === 'failed' || state === 'uncertain' || state === 'parked' || (state === 'queued' && waiting !== undefined);
}
