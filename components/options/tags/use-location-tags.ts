import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useOptionsGateway } from '@/components/options/gateway.tsx';
import type { Tag } from '@/lib/ghl/models.ts';

/** The location's tags by name; nothing is asked while no location is connected. */
export function useLocationTags(locationId: string | undefined): UseQueryResult<readonly Tag[]> {
  const { read } = useOptionsGateway();
  return useQuery({
    queryKey: ['location tags', locationId],
    enabled: locationId !== undefined,
    queryFn: async () => {
      // The background has parsed the answer with this endpoint's own schema.
      const tags = (await read('tags.list', { locationId })) as readonly Tag[];
      return tags.toSorted((a, b) => a.name.localeCompare(b.name));
    },
  });
}
