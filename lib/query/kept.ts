import { useQuery, useQueryClient } from '@tanstack/react-query';

/** A choice that outlives the component that made it, while the panel is open. `name`: unique in the panel. */
export function useKept<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const queryClient = useQueryClient();
  const queryKey = ['kept', name];
  const { data = initial } = useQuery<T>({
    queryKey,
    queryFn: () => initial,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return [data, (value) => void queryClient.setQueryData(queryKey, value)];
}
