import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import type { EntryAct } from '@/lib/query/gateway.ts';
import { useEntryAct } from '@/lib/query/outbox.ts';

interface Offer {
  readonly act: EntryAct;
  readonly label: string;
}

/** What a person can do with a write that is stuck. */
export function EntryButtons({ entry }: { readonly entry: OutboxEntry }) {
  const { mutate, isPending } = useEntryAct();
  return offersFor(entry).map(({ act, label }) => (
    <Button key={act} look="link" disabled={isPending} onClick={() => mutate({ opId: entry.opId, act })}>
      {label}
    </Button>
  ));
}

function offersFor({ state, waiting, error }: OutboxEntry): readonly Offer[] {
  const discard: Offer = { act: 'discard', label: i18n.t('outbox.discard') };
  switch (state) {
    case 'failed':
      // What is gone does not come back by being asked again.
      return error?.code === 'not_found' ? [discard] : [{ act: 'retry', label: i18n.t('outbox.retry') }, discard];
    case 'uncertain':
      return [{ act: 'retry', label: i18n.t('outbox.retry') }, discard];
    case 'parked':
      return [
        { act: 'sendNow', label: i18n.t('outbox.send') },
        { act: 'discard', label: i18n.t('outbox.drop') },
      ];
    case 'queued':
      // What waits for a permission or for another location does not go by being pushed.
      return waiting === 'other_location' || waiting === 'write_access'
        ? [discard]
        : [{ act: 'sendNow', label: i18n.t('outbox.sendNow') }, discard];
    default:
      return [];
  }
}
