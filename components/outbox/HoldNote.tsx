import { i18n } from '#i18n';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { startsAutomation } from '@/lib/query/hold.ts';
import { useSettingValue } from '@/lib/query/settings.ts';
import styles from './PendingStatus.module.css';
import { useSecondsLeft } from './use-seconds-left.ts';

/** From here on somebody may wonder why nothing happens, in milliseconds. */
const LONG_HOLD_MS = 8_000;

/** Why a write waits for long, and how much longer; nothing for an ordinary one. */
export function HoldNote({ held }: { readonly held: readonly OutboxEntry[] }) {
  const tags = useSettingValue('automationTags') ?? [];
  const ends = Math.max(...held.map(({ notBefore }) => notBefore));
  const isLong = held.some(({ notBefore, createdAt }) => notBefore - createdAt > LONG_HOLD_MS);
  const starts = held.some(({ operation }) => startsAutomation(operation, tags));
  if (!isLong && !starts) return null;
  return (
    <span className={styles.hold}>
      {starts && i18n.t('outbox.startsAutomation')} <SecondsLeft until={ends} />
    </span>
  );
}

/** Counts down for the eye; who listens hears it in steps, or there would be nothing else to hear. */
function SecondsLeft({ until }: { readonly until: number }) {
  const seconds = useSecondsLeft(until);
  return (
    <>
      <span aria-hidden="true">{i18n.t('outbox.leavesIn', { seconds: String(seconds) })}</span>
      <span className={styles.heard}>{i18n.t('outbox.leavesInSeconds', Math.ceil(seconds / 10) * 10)}</span>
    </>
  );
}
