import ky, { type BeforeRetryState, isHTTPError, type Options } from 'ky';
import { AppFailure } from '@/lib/core/errors.ts';
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
  readonly sleep: (ms: number) => Promise<void>;
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
 * 429; writes never: the outbox, whose rows outlive us, repeats what may be. Gives the answer's text; throws `AppFailure`.
 */
export function createTransport(deps: TransportDeps): (plan: RequestPlan, sending: Sending) => Promise<string> {
  return async function send(plan, sending) {
    const turn = createTurn(deps.limiter, sending);
    try {
      if (plan.effect === 'write') refuseIfPaused(deps, plan);
      return await ky(plan.url, kyOptions(deps, plan, sending, turn)).then((response) => response.text());
    } catch (thrown) {
      throw toFailure(thrown, plan, { now: deps.now(), aborted: sending.signal?.aborted ?? false });
    } finally {
      turn.end();
    }
  };
}

/** A write that waits here counts as under way, and would be doubtful if we died: the outbox waits for it instead. */
function refuseIfPaused({ limiter, now }: TransportDeps, { name }: RequestPlan): void {
  const pausedMs = (limiter.view().pausedUntil ?? 0) - now();
  // For a longer pause the limiter itself refuses, and says whether it is the day's quota.
  if (pausedMs <= 0 || pausedMs > LONGEST_PAUSE_MS) return;
  throw new AppFailure({ code: 'rate_limited', retryAfterMs: pausedMs, daily: false, detail: `${name}: not sent` });
}

function kyOptions(deps: TransportDeps, plan: RequestPlan, { accessToken, signal }: Sending, turn: Turn): Options {
  const waitAndTakeTurn = async (state: BeforeRetryState) => {
    await deps.sleep(repeatMs(state, deps));
    await turn.take();
  };
  return {
    ...requestInit(plan, accessToken),
    ...(signal && { signal }),
    timeout: TIMEOUT_MS,
    fetch: (request, init) => fetchWhole(deps, request, init).finally(turn.end),
    retry: {
      limit: MAX_TRIES - 1,
      methods: ['get', 'post', 'put', 'delete'],
      shouldRetry: ({ error }) => mayRepeat(plan, error, { now: deps.now(), aborted: signal?.aborted ?? false }),
      // The wait is in `beforeRetry`, where it runs on our clock.
      delay: () => 0,
    },
    // Turns are taken here because time spent in `fetch` counts against the time limit, and waiting in line must not.
    hooks: { beforeRequest: [turn.take], beforeRetry: [waitAndTakeTurn] },
  };
}

/** One turn at a time at the limiter: each try takes its own. */
interface Turn {
  take(): Promise<void>;
  end(): void;
}

function createTurn(limiter: RateLimiter, { priority, signal }: Sending): Turn {
  let end = () => {};
  return {
    async take() {
      end = await limiter.acquire(priority, signal);
    },
    end: () => end(),
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

function mayRepeat(plan: RequestPlan, thrown: unknown, when: { now: number; aborted: boolean }): boolean {
  if (plan.effect === 'write') return false;
  const { error } = toFailure(thrown, plan, when);
  if (error.code === 'rate_limited') return error.retryAfterMs <= LONGEST_PAUSE_MS;
  return error.code === 'network' || (error.code === 'server_error' && askedToWaitMs(thrown, when.now) <= LONGEST_PAUSE_MS);
}

/** Full jitter; after 429 the limiter's pause is the wait. */
function repeatMs({ error, retryCount }: BeforeRetryState, { now, random }: TransportDeps): number {
  if (isHTTPError(error) && error.response.status === 429) return 0;
  return askedToWaitMs(error, now()) + random() * BACKOFF_MS * 2 ** (retryCount - 1);
}

function askedToWaitMs(thrown: unknown, now: number): number {
  return isHTTPError(thrown) ? (readLimits(thrown.response.headers, now).retryAfterMs ?? 0) : 0;
}
