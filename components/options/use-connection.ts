import { type UseMutationResult, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Connection } from '@/lib/auth/types.ts';
import { useOptionsGateway } from './gateway.tsx';

/** Where the options page keeps the connection; invalidated when another page changes it. */
export const connectionKey: readonly string[] = ['connection'];

export function useConnectionState(): UseQueryResult<Connection | null> {
  const gateway = useOptionsGateway();
  return useQuery({ queryKey: connectionKey, queryFn: () => gateway.connection() });
}

/** An act that ends with another connection, or with none. */
export function useConnecting<Input = void>(
  act: (input: Input) => Promise<Connection | null>,
): UseMutationResult<Connection | null, Error, Input> {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: (connection) => client.setQueryData(connectionKey, connection) });
}
