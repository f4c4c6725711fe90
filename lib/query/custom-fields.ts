import { useMemo } from 'react';
import type { CustomField } from '@/lib/ghl/models.ts';
import { useLocationId } from './connection.tsx';
import { useGhl } from './use-ghl.ts';

const DEFINITIONS_STALE_MS = 60 * 60_000;
/** Where a field without a position stands. */
const LAST = 1e9;

/** The location's custom fields of contacts, in their order; `undefined` until they are read, or when they cannot be. */
export function useCustomFields(enabled: boolean): { readonly fields: readonly CustomField[] | undefined; readonly error: Error | null } {
  const locationId = useLocationId();
  const { data, error } = useGhl('locations.customFields', { locationId, model: 'contact' }, { enabled, staleTime: DEFINITIONS_STALE_MS });
  const fields = useMemo(() => data?.toSorted((a, b) => (a.position ?? LAST) - (b.position ?? LAST)), [data]);
  return { fields, error };
}
