import { i18n } from '#i18n';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { useOutbox } from '@/lib/query/outbox.ts';
import { linesOf } from './lines.ts';
import { PendingLine } from './PendingLine.tsx';
import styles from './PendingStatus.module.css';
import { useSentMoment } from './use-sent-moment.ts';

const SHOWN = 3;

/** What was just done and can still be undone, newest first; then, for a moment, that it is saved. */
export function PendingStatus() {
  const entries = useOutbox();
  const saved = useSentMoment(entries);
  const lines = linesOf([...entries.filter(isUnderWay), ...saved]);
  const hidden = lines.length - SHOWN;
  return (
    <output tabIndex={-1} className={lines.length > 0 ? styles.toast : styles.quiet}>
      {lines.slice(0, SHOWN).map((line) => (
        <PendingLine key={line.key} line={line} />
      ))}
      {hidden > 0 && <span className={styles.more}>{i18n.t('outbox.more', hidden)}</span>}
    </output>
  );
}

/** Leaving by itself, sooner or later, without a person's word. */
function isUnderWay({ state, waiting }: OutboxEntry): boolean {
  return state === 'held' || state === 'sending' || (state === 'queued' && waiting === undefined);
}
