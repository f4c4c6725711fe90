import { i18n } from '#i18n';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';

/** Where a write that is stuck stands, in a few words. */
export function stateText({ state, waiting }: OutboxEntry): string {
  switch (state) {
    case 'failed':
      return i18n.t('outbox.failed');
    case 'uncertain':
      return i18n.t('outbox.checking');
    case 'parked':
      return i18n.t('outbox.parked');
    default:
      return waiting === undefined ? i18n.t('outbox.saving') : waitText(waiting);
  }
}

function waitText(waiting: NonNullable<OutboxEntry['waiting']>): string {
  switch (waiting) {
    case 'write_access':
      return i18n.t('outbox.waitWrite');
    case 'connection':
      return i18n.t('outbox.waitConnection');
    case 'network':
      return i18n.t('outbox.waitNetwork');
    case 'rate_limit':
      return i18n.t('outbox.waitRate');
    case 'other_location':
      return i18n.t('outbox.waitLocation');
  }
}
