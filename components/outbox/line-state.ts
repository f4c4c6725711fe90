import { i18n } from '#i18n';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';

/** Where an act is that can no longer be taken back. `wasInTime`: what came of the attempt to, if there was one. */
export function lineStateText(entries: readonly OutboxEntry[], wasInTime: boolean | undefined): string {
  if (wasInTime === false) return entries.length === 1 ? i18n.t('outbox.tooLate') : i18n.t('outbox.partlyTooLate');
  if (entries.some(({ state }) => state !== 'sent')) return i18n.t('outbox.saving');
  const unsent = entries.map(({ answer }) => nothingToSend(answer));
  if (unsent.includes(undefined)) return i18n.t('outbox.saved');
  return unsent.every((what) => what?.gone) ? i18n.t('outbox.alreadyGone') : i18n.t('outbox.alreadySo');
}

/** An answer that says there was nothing to send. */
function nothingToSend(answer: unknown): { readonly gone: boolean } | undefined {
  if (typeof answer !== 'object' || answer === null || !('sent' in answer) || answer.sent !== false) return undefined;
  return { gone: 'gone' in answer && answer.gone === true };
}
