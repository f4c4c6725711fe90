import { AppFailure } from '@/lib/core/errors.ts';
import type { ApiVersion, Effect, Endpoint } from './endpoint.ts';
import { GHL_ORIGIN } from './origin.ts';

/** One request, ready but for the token. */
export interface RequestPlan {
  readonly name: string;
  readonly method: Endpoint<unknown, unknown>['method'];
  readonly url: string;
  /** JSON text. */
  readonly body?: string;
  readonly version: ApiVersion;
  readonly scope: string;
  readonly effect: Effect;
  /** The location the request itself names, if it names one. */
  readonly locationId: string | undefined;
  /** Two reads with the same key and location are the same read. */
  readonly key: string;
}

/** The request of `endpoint` for `input`. Throws `invalid_request` for an input the endpoint does not take. */
export function planRequest<I, O>(name: string, endpoint: Endpoint<I, O>, input: unknown): RequestPlan {
  const parsed = endpoint.input.safeParse(input);
  if (!parsed.success)
    throw new AppFailure({
      code: 'invalid_request',
      problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    });
  const body = endpoint.body?.(parsed.data);
  return {
    name,
    method: endpoint.method,
    url: `${GHL_ORIGIN}${endpoint.path(parsed.data)}${queryText(endpoint.query?.(parsed.data) ?? {})}`,
    ...(body && { body: JSON.stringify(body) }),
    version: endpoint.version ?? 'v3',
    scope: endpoint.scope,
    effect: endpoint.effect,
    locationId: locationOf(parsed.data),
    key: `${name} ${JSON.stringify(parsed.data)}`,
  };
}

function queryText(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

function locationOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('locationId' in input)) return undefined;
  return typeof input.locationId === 'string' ? input.locationId : undefined;
}
