import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { Connection } from '@/lib/auth/types.ts';
import { connectionKey } from './keys.ts';
import { useServices } from './services.tsx';

/** The connected location, `null` when there is none. */
export function useConnectionQuery(): UseQueryResult<Connection | null> {
  const { gateway } = useServices();
  return useQuery({ queryKey: connectionKey, queryFn: () => gateway.ask('getConnection'), staleTime: Number.POSITIVE_INFINITY });
}

const ConnectionContext = createContext<Connection | null>(null);

/** Stands around everything that shows HighLevel data of one location. */
export function ConnectionProvider({ connection, children }: { connection: Connection; children: ReactNode }) {
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}

/** The connection around this component; `null` where there is none, as for an error about the connection itself. */
export function useMaybeConnection(): Connection | null {
  return useContext(ConnectionContext);
}

/** The connection around this component. */
export function useConnection(): Connection {
  const connection = useMaybeConnection();
  if (connection === null) throw new Error('A component that shows HighLevel data stands outside ConnectionProvider.');
  return connection;
}

export function useLocationId(): string {
  return useConnection().locationId;
}
