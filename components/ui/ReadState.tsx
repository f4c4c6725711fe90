import type { ReactNode } from 'react';
import { ErrorNote } from './ErrorNote.tsx';

interface ReadStateProps<T> {
  readonly read: { readonly error: Error | null; readonly refetch: () => unknown };
  /** What the read has brought, ready to be shown. */
  readonly data: T | undefined;
  /** In the shape of what will be there. */
  readonly skeleton: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** What a read has so far: its skeleton, its data, or why there is none. Data stays when a later read fails. */
export function ReadState<T>({ read, data, skeleton, children }: ReadStateProps<T>) {
  return (
    <>
      {read.error !== null && <ErrorNote error={read.error} onRetry={() => read.refetch()} />}
      {data === undefined ? read.error === null && skeleton : children(data)}
    </>
  );
}
