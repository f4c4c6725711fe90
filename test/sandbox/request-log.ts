/** One request to the API host, as it happened. Holds no token and no body. */
export interface LoggedRequest {
  /** Counts from 1 since start or `reset`. */
  readonly seq: number;
  readonly host: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** With its `?`, or empty. */
  readonly query: string;
  readonly version: string | undefined;
  /** From the path, when the request is about one contact. */
  readonly contactId: string | undefined;
  /** Epoch milliseconds of the real clock, with fractions. */
  readonly startedAt: number;
  /** `undefined` while it is being answered. */
  endedAt: number | undefined;
  /** `undefined` while it is being answered, and for a connection that was cut. */
  status: number | undefined;
  /** A fault cut the connection. */
  dropped: boolean;
  /** What HighLevel's OpenAPI files hold against it. */
  violations: readonly string[];
}

/** Epoch milliseconds, finer than `Date.now()`. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}

const wordsAfterContacts = new Set(['search', 'business', 'bulk', 'upsert', '']);

export function contactIdIn(path: string): string | undefined {
  const id = /^\/contacts\/([^/]+)/.exec(path)?.[1];
  return id === undefined || wordsAfterContacts.has(id) ? undefined : id;
}
