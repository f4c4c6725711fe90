import ky, { type BeforeRetryState, isHTTPError, type Options } from 'ky';
import type { AppFailure } from '@/lib/core/errors.ts';
import { readBody } from './body.ts';
import { toFailure } from './failures.ts';
import { readLimits } from './limits.ts';
import type { RequestPlan } from './plan.ts';
import { LONGEST_PAUSE_MS, type RateLimiter } from './rate-limit.ts';
import type { Priority } from './waiting-line.ts';

export interface TransportDeps {
  readonly fetch: typeof globalThis.fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** In [0, 1): spreads repeats, so that many clients do not come back at once. */
  readonly random: () => number;
  readonly limiter: RateLimiter;
}

export interface Sending {
  readonly accessToken: string;
  readonly priority: Priority;
  readonly signal?: AbortSignal | undefined;
}

/** For one try, from its start to the last byte of its answer; time in the limiter's queue does not count. */
const TIMEOUT_MS = 20_000;
const MAX_TRIES = 3;
const BACKOFF_MS = 500;
const JITTER_MS = 1_000;

/**
 * Sends requests; ky is the one owner of timeouts and repeats. Reads are repeated after a broken connection, 5xx and
 * 429; writes after 429 only, because nothing was done then.
 */
export function createTransport(deps: TransportDeps): (plan: RequestPlan, sending: Sending) => Promise<string> {
  const { limiter, now } = deps;

  return async function send(plan, { accessToken, priority, signal }) {
    let endTurn = () => {};
    const takeTurn = async () => {
      endTurn = await limiter.acquire(priority, signal);
    };
    const options: Options = {
      ...requestInit(plan, accessToken),
      ...(signal && { signal }),
      timeout: TIMEOUT_MS,
      fetch: async (request, init) => {
        try {
          return await fetchWhole(deps, request, init);
        } finally {
          endTurn();
        }
      },
      retry: {
        limit: MAX_TRIES - 1,
        methods: ['get', 'post', 'put', 'delete'],
        shouldRetry: ({ error }) =>
          mayRepeat(plan, toFailure(error, plan, { now: now(), aborted: signal?.aborted ?? false }), error, now()),
        // The wait is in `beforeRetry`, where it runs on our clock.
        delay: () => 0,
      },
      hooks: {
        beforeRequest: [takeTurn],
        beforeRetry: [
          async (state) => {
            await deps.sleep(repeatMs(state, deps), signal);
            await takeTurn();
          },
        ],
      },
    };
    try {
      return await (await ky(plan.url, options)).text();
    } catch (thrown) {
      throw toFailure(thrown, plan, { now: now(), aborted: signal?.aborted ?? false });
    } finally {
      endTurn();
    }
  };
}

function requestInit({ method, body, version }: RequestPlan, accessToken: string) {
  return {
    method,
    headers: {
      Accept: 'application/json',
      Version: version,
      Authorization: `Bearer ${accessToken}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
  } as const;
}

/** Fetches answer and body as one step, so that the time limit covers both, and lets the limiter learn from it. */
async function fetchWhole(
  { fetch, limiter, now, random }: TransportDeps,
  request: Parameters<typeof fetch>[0],
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(request, init);
  limiter.heard(response.headers);
  if (response.status === 429) {
    const { retryAfterMs, dailyResetMs, daily, intervalMs } = readLimits(response.headers, now());
    limiter.pause((retryAfterMs ?? (daily ? dailyResetMs : intervalMs)) + random() * JITTER_MS, daily);
  }
  const text = await readBody(response);
  const { status, statusText, headers } = response;
  return new Response(text === '' ? null : text, { status, statusText, headers });
}

function mayRepeat({ effect }: RequestPlan, { error }: AppFailure, thrown: unknown, now: number): boolean {
  if (error.code === 'rate_limited') return !error.daily && error.retryAfterMs <= LONGEST_PAUSE_MS;
  if (effect === 'write') return false;
  return error.code === 'network' || (error.code === 'server_error' && askedToWaitMs(thrown, now) <= LONGEST_PAUSE_MS);
}

/** Full jitter; after 429 the limiter's pause is the wait. */
function repeatMs({ error, retryCount }: BeforeRetryState, { now, random }: TransportDeps): number {
  if (isHTTPError(error) && error.response.status === 429) return 0;
  return askedToWaitMs(error, now()) + random() * BACKOFF_MS * 2 ** (retryCount - 1);
}

function askedToWaitMs(thrown: unknown, now: number): number {
  return isHTTPError(thrown) ? (readLimits(thrown.response.headers, now).retryAfterMs ?? 0) : 0;
}
