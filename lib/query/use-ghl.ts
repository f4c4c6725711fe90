import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useLocationId } from './connection.tsx';
import { ghlKey } from './keys.ts';
import { readPages, type WholeList } from './read-pages.ts';
import type { Page, PagedInput, PagedName, ReadInput, ReadName, ReadOutput, RowOf } from './reads.ts';
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
export function useGhl<N extends Exclude<ReadName, PagedName>>(
  endpoint: N,
  input: ReadInput<N> | null,
  options: ReadOptions = {},
): UseQueryResult<ReadOutput<N>> {
  const { gateway } = useServices();
  // The background has parsed the answer with this endpoint's own schema.
  const read = async () => (await gateway.ask('read', { endpoint, input })) as ReadOutput<N>;
  return useRead(endpoint, input, read, options);
}

/** Reads a list that HighLevel answers page by page, whole as a rule. */
export function useGhlList<N extends PagedName>(
  endpoint: N,
  input: PagedInput<N> | null,
  options: ReadOptions = {},
): UseQueryResult<WholeList<RowOf<N>>> {
  const { gateway } = useServices();
  const read = () =>
    readPages(async (skip) => {
      // As above: a page by this endpoint's own schema.
      return (await gateway.ask('read', { endpoint, input: skip === 0 ? input : { ...input, skip } })) as Page<RowOf<N>>;
    });
  return useRead(endpoint, input, read, options);
}

function useRead<T>(endpoint: ReadName, input: unknown, read: () => Promise<T>, options: ReadOptions): UseQueryResult<T> {
  const { persister } = useServices();
  const locationId = useLocationId();
  const { enabled = true, remembered = true, staleTime } = options;
  return useQuery<T>({
    queryKey: ghlKey(locationId, endpoint, input),
    queryFn: read,
    enabled: enabled && input !== null,
    ...(remembered ? { persister } : {}),
    ...(staleTime === undefined ? {} : { staleTime }),
  });
}
