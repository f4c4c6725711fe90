import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useLocationId } from './connection.tsx';
import { ghlKey } from './keys.ts';
import type { ReadInput, ReadName, ReadOutput } from './reads.ts';
import { useServices } from './services.tsx';

interface ReadOptions {
  /** Off for reads that are not asked for yet. */
  readonly enabled?: boolean;
  /** Off for what a person typed: it is not remembered on disk. */
  readonly remembered?: boolean;
  /** Milliseconds. */
  readonly staleTime?: number;
}

/** Reads HighLevel through the background. `input: null` asks nothing. */
export function useGhl<N extends ReadName>(
  endpoint: N,
  input: ReadInput<N> | null,
  options: ReadOptions = {},
): UseQueryResult<ReadOutput<N>> {
  const { gateway, persister } = useServices();
  const locationId = useLocationId();
  const { enabled = true, remembered = true, staleTime } = options;
  return useQuery<ReadOutput<N>>({
    queryKey: ghlKey(locationId, endpoint, input),
    // The background has parsed the answer with this endpoint's own schema.
    queryFn: async () => (await gateway.ask('read', { endpoint, input })) as ReadOutput<N>,
    enabled: enabled && input !== null,
    ...(remembered ? { persister } : {}),
    ...(staleTime === undefined ? {} : { staleTime }),
  });
}
