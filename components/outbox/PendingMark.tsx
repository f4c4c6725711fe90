import { i18n } from '#i18n';
import type { Pending } from '@/lib/outbox/overlay.ts';
import styles from './PendingMark.module.css';

/** A word beside a row on where its write is. Never "Saved" before HighLevel has said so. */
export function PendingMark({ pending }: { readonly pending: Pending }) {
  return <span className={`${styles.mark} ${styles[pending.state] ?? ''}`}>{wordFor(pending)}</span>;
}

function wordFor({ state, waiting }: Pending): string {
  switch (state) {
    case 'held':
    case 'parked':
      return i18n.t('outbox.notSentYet');
    case 'queued':
      return waiting === undefined ? i18n.t('outbox.saving') : i18n.t('outbox.waiting');
    case 'sending':
      return i18n.t('outbox.saving');
    case 'sent':
      return i18n.t('outbox.saved');
    case 'uncertain':
      return i18n.t('outbox.checkingShort');
    case 'failed':
      return i18n.t('outbox.failed');
  }
}
