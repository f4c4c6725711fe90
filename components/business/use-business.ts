import { useMemo } from 'react';
import type { Business } from '@/lib/ghl/models.ts';
import type { FieldChange, OutboxEntry } from '@/lib/outbox/entry.ts';
import { useOutbox } from '@/lib/query/outbox.ts';
import { useGhl } from '@/lib/query/use-ghl.ts';

const CUSTOM = 'custom:';

/** Not on its way to anywhere: the row is shown as HighLevel has it. */
const STUCK: ReadonlySet<OutboxEntry['state']> = new Set(['failed', 'parked']);

/** A business as HighLevel has it, and as it will be once everything pending has gone. */
export function useBusiness(locationId: string, businessId: string | undefined) {
  const entries = useOutbox();
  const read = useGhl('businesses.get', businessId ? { businessId } : null);
  const shown = useMemo(() => read.data && withPending(read.data, locationId, entries), [read.data, locationId, entries]);
  return { read, shown };
}

interface ShownBusiness {
  readonly business: Business;
  /** It is being deleted. */
  readonly isLeaving: boolean;
}

/** Every pending change of the business, whoever's contact was shown when it was made. */
function withPending(read: Business, locationId: string, entries: readonly OutboxEntry[]): ShownBusiness {
  let business = read;
  let isLeaving = false;
  for (const { target, state, operation } of entries) {
    if (target.locationId !== locationId || STUCK.has(state)) continue;
    if (operation.kind === 'deleteBusiness' && operation.businessId === read.id) isLeaving = true;
    if (operation.kind === 'updateBusiness' && operation.businessId === read.id) business = changedBy(business, operation.changes);
  }
  return { business, isLeaving };
}

function changedBy(business: Business, changes: readonly FieldChange[]): Business {
  const standard = changes.filter(({ field }) => !field.startsWith(CUSTOM));
  const custom = new Map(changes.filter(({ field }) => field.startsWith(CUSTOM)).map(({ field, to }) => [field.slice(CUSTOM.length), to]));
  const customFields = business.customFields.map((row) => {
    const to = custom.get(row.id);
    return typeof to === 'string' || typeof to === 'number' ? { ...row, value: to } : row;
  });
  return { ...business, ...Object.fromEntries(standard.map(({ field, to }) => [field, to ?? undefined])), customFields };
}
