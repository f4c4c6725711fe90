import { experimental_createQueryPersister } from '@tanstack/query-persist-client-core';
import type { QueryFunction, QueryFunctionContext } from '@tanstack/react-query';
import { READ_PREFIX } from './changed-reads.ts';
import type { ReadCache } from './gateway.ts';

const MAX_AGE_MS = 24 * 60 * 60 * 1000;

/** Answers a query from memory first, and then from its own function. */
export type ReadPersister = <T>(read: QueryFunction<T>, context: QueryFunctionContext, query: unknown) => T | Promise<T>;

/** Remembers reads one by one, so that the panel paints them at once when it opens again, however old it says they are. */
export function createReadMemory(cache: ReadCache): { persister: ReadPersister; forgetOld: () => Promise<void> } {
  const storage = forgiving(cache);
  // The buster is the version of the remembered shapes: raised when a model in `lib/ghl/models.ts` changes.
  const memory = experimental_createQueryPersister({ storage, maxAge: MAX_AGE_MS, buster: '3', prefix: READ_PREFIX });
  // The two packages may bring different copies of the core, whose classes the compiler does not take for each other.
  return { persister: memory.persisterFn as unknown as ReadPersister, forgetOld: memory.persisterGc };
}

/** It is only a memory: where it cannot be read or written, the panel goes on without it. */
function forgiving({ getItem, setItem, removeItem, entries }: ReadCache) {
  const ignore = () => undefined;
  return {
    getItem: (key: string) => getItem(key).catch(ignore),
    setItem: (key: string, value: string) => setItem(key, value).catch(ignore),
    removeItem: (key: string) => removeItem(key).catch(ignore),
    entries: () => entries().catch((): [string, string][] => []),
  };
}
