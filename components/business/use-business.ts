import { useMemo } from 'react';
import type { Business } from '@/lib/ghl/models.ts';
import type { FieldChange, OutboxEntry } from '@/lib/outbox/entry.ts';
import { overlayBusiness, type WithPending } from '@/lib/outbox/overlay.ts';
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
  readonly business: WithPending<Business>;
  /** It is being deleted. */
  readonly isLeaving: boolean;
}

/** Every pending change of the business, whoever's contact was shown when it was made. */
function withPending(read: Business, locationId: string, entries: readonly OutboxEntry[]): ShownBusiness {
  const ofLocation = entries.filter(({ target }) => target.locationId === locationId);
  const live = ofLocation.flatMap(({ operation, state }) => (STUCK.has(state) ? [] : [operation]));
  const isLeaving = live.some((operation) => operation.kind === 'deleteBusiness' && operation.businessId === read.id);
  const custom = live.flatMap((operation) =>
    operation.kind === 'updateBusinessFields' && operation.businessId === read.id ? operation.changes : [],
  );
  const business = overlayBusiness(read, ofLocation);
  return { business: { ...business, customFields: withChanged(business.customFields, custom) }, isLeaving };
}

function withChanged(rows: Business['customFields'], changes: readonly FieldChange[]): Business['customFields'] {
  const byId = new Map(changes.map(({ field, to }) => [field.slice(CUSTOM.length), to]));
  return rows.map((row) => {
    const to = byId.get(row.id);
    return typeof to === 'string' || typeof to === 'number' ? { ...row, value: to } : row;
  });
}
