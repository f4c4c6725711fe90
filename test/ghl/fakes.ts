import { AppFailure } from '@/lib/core/errors.ts';
import { createGhlClient, type GhlAuth, type GhlClientDeps } from '@/lib/ghl/client.ts';
import { createRateLimiter } from '@/lib/ghl/rate-limit.ts';

export const LOCATION = 'locA';

/** A clock on which sleeping is instant: time jumps ahead and `slept` remembers by how much. */
export function createJumpingClock() {
  let time = Date.parse('2026-11-21T12:00:00Z');
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    async sleep(ms: number) {
      slept.push(ms);
      time += ms;
    },
  };
}

/** A clock that stands until `advance`, which wakes the sleepers whose time has come. */
export function createManualClock() {
  let time = 0;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    /** How many sleep. */
    sleeping: () => sleepers.length,
    sleep: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: time + ms, wake });
      }),
    async advance(ms: number) {
      time += ms;
      const due = sleepers.filter(({ at }) => at <= time);
      sleepers = sleepers.filter(({ at }) => at > time);
      for (const { wake } of due) wake();
      await settled();
    },
  };
}

/** Reading a body takes the event loop several turns, on a busy machine as on an idle one. */
const TURNS = 30;

/** Lets everything that waits for nothing but promises and streams run. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** One request as it reached the network. */
interface Sent {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly request: Request;
}

type Reply = (sent: Sent) => Response | Promise<Response>;

/** A network that answers with `replies` in turn, the last one for ever, and remembers what was sent. */
export function createNetwork(...replies: readonly Reply[]) {
  const sent: Sent[] = [];
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const request = input instanceof Request ? input : new Request(input);
    const text = await request.clone().text();
    const url = new URL(request.url);
    const entry = {
      method: request.method,
      url: request.url,
      path: url.pathname + url.search,
      headers: request.headers,
      body: text && JSON.parse(text),
      request,
    };
    sent.push(entry);
    const reply = replies[Math.min(sent.length, replies.length) - 1];
    if (reply === undefined) throw new Error('this network has nothing to say');
    return reply(entry);
  };
  return { sent, fetch };
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } });

export const broken =
  (message = 'Failed to fetch') =>
  () => {
    throw new TypeError(message);
  };

/** A client on this network, with a token for `LOCATION` that never ends unless `parts` say otherwise. */
export function createTestClient(network: { fetch: typeof fetch }, parts: Partial<GhlClientDeps> = {}) {
  const clock = createJumpingClock();
  const limiter = createRateLimiter({ ...clock, ...parts });
  const auth: GhlAuth = { token: async () => ({ accessToken: 'token-1', locationId: LOCATION }), refused: async () => {} };
  const client = createGhlClient({ fetch: network.fetch, ...clock, limiter, auth, online: () => true, random: () => 0.5, ...parts });
  return { client, clock, limiter };
}

/** The `AppError` a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>) {
  try {
    await promise;
  } catch (thrown) {
    if (thrown instanceof AppFailure) return thrown.error;
    throw thrown;
  }
  throw new Error('it did not fail');
}
