import type * as z from 'zod';
import { AppFailure, toAppError } from '@/lib/core/errors.ts';
import { isApplied } from './answers.ts';
import type { Endpoint } from './endpoint.ts';
import { type EndpointName, endpoints, type InputOf, type OutputOf } from './endpoints.ts';
import { toFailure } from './failures.ts';
import { planRequest, type RequestPlan } from './plan.ts';
import { createSharedReads } from './shared-reads.ts';
import { createTransport, type TransportDeps } from './transport.ts';
import type { Priority } from './waiting-line.ts';

/** Where the client gets its token. Both methods throw an `AppFailure` (`not_connected`, `reconnect_needed` …). */
export interface GhlAuth {
  token(): Promise<Grant>;
  /** HighLevel refused this token. Resolves when `token` gives another. */
  refused(accessToken: string): Promise<void>;
}

/** A token and the one location it is for. */
export interface Grant {
  readonly accessToken: string;
  readonly locationId: string;
}

export interface GhlClientDeps extends Omit<TransportDeps, 'random'> {
  readonly auth: GhlAuth;
  /** `navigator.onLine`. */
  readonly online: () => boolean;
  /** Whether the browser lets us reach HighLevel: its host permission may be taken away. Default: always. */
  readonly permitted?: () => Promise<boolean>;
  /** In [0, 1). Default: `Math.random`. */
  readonly random?: () => number;
}

interface CallOptions {
  /** Default: `act` for a write, `read` for a read. */
  readonly priority?: Priority;
  readonly signal?: AbortSignal;
  /** Refuse with `wrong_location`, before anything is sent, unless the token is for this location. */
  readonly locationId?: string;
}

export interface GhlClient {
  /** Calls HighLevel. Throws `AppFailure` only; for a write `isApplied` tells whether it may have taken effect. */
  call<N extends EndpointName>(name: N, input: InputOf<N>, options?: CallOptions): Promise<OutputOf<N>>;
}

export function createGhlClient(deps: GhlClientDeps): GhlClient {
  const { auth, online, permitted = async () => true } = deps;
  const send = createTransport({ random: Math.random, ...deps });
  const reads = createSharedReads();

  async function takeGrant(plan: RequestPlan, expected: string | undefined): Promise<Grant> {
    const grant = await withoutDoubt(auth.token());
    for (const named of [plan.locationId, expected]) {
      if (named !== undefined && named !== grant.locationId)
        throw new AppFailure({ code: 'wrong_location', detail: `${plan.name}: not sent` });
    }
    return grant;
  }

  async function obstacle(): Promise<'offline' | 'host_permission' | undefined> {
    if (!online()) return 'offline';
    return (await permitted()) ? undefined : 'host_permission';
  }

  async function refuseIfBarred(plan: RequestPlan): Promise<void> {
    const code = await obstacle();
    if (code !== undefined) throw new AppFailure({ code, detail: `${plan.name}: not sent` });
  }

  /** Sends, and once more with a new token when this one is refused. */
  async function perform(plan: RequestPlan, grant: Grant, options: CallOptions): Promise<string> {
    const { signal, priority = plan.effect === 'write' ? 'act' : 'read' } = options;
    try {
      return await send(plan, { accessToken: grant.accessToken, priority, signal });
    } catch (thrown) {
      if (!isTokenRefused(thrown)) throw thrown;
      await withoutDoubt(auth.refused(grant.accessToken));
      const { accessToken } = await takeGrant(plan, options.locationId ?? grant.locationId);
      return send(plan, { accessToken, priority, signal });
    }
  }

  /** A broken read was harmless, so the reason can be looked for afterwards. */
  async function read(plan: RequestPlan, grant: Grant, options: CallOptions): Promise<string> {
    try {
      return await perform(plan, grant, options);
    } catch (thrown) {
      if (toAppError(thrown).code === 'network') await refuseIfBarred(plan);
      throw thrown;
    }
  }

  return {
    async call<N extends EndpointName>(name: N, input: InputOf<N>, options: CallOptions = {}): Promise<OutputOf<N>> {
      // The cast: TypeScript cannot see that the entry of `N` takes `InputOf<N>` and gives `OutputOf<N>`, which is how they are defined.
      const endpoint = endpoints[name] as unknown as Endpoint<InputOf<N>, OutputOf<N>>;
      const plan = planRequest(name, endpoint, input);
      if (plan.effect === 'write') await refuseIfBarred(plan);
      const grant = await takeGrant(plan, options.locationId);
      if (plan.effect === 'write') return parseAnswer(plan, endpoint.output, await perform(plan, grant, options));
      const share = (signal: AbortSignal) =>
        read(plan, grant, { ...options, signal }).then((text) => parseAnswer(plan, endpoint.output, text));
      return reads.share(`${grant.locationId} ${plan.key}`, share, options.signal).catch((thrown: unknown) => {
        throw toFailure(thrown, plan, { now: deps.now(), aborted: options.signal?.aborted ?? false });
      });
    },
  };
}

function parseAnswer<O>({ name }: RequestPlan, output: z.ZodType<O>, text: string): O {
  const bad = (why: string) => new AppFailure({ code: 'bad_answer', detail: `${name}: ${why}` });
  let json: unknown;
  try {
    // A success without words (204) is one for the endpoints that give nothing back.
    json = text.trim() === '' ? undefined : JSON.parse(text);
  } catch {
    throw bad('not JSON');
  }
  const parsed = output.safeParse(json);
  if (!parsed.success) throw bad(parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'answer'} ${code}`).join(', '));
  return parsed.data;
}

function isTokenRefused(thrown: unknown): boolean {
  const error = toAppError(thrown);
  return error.code === 'reconnect_needed' && error.status === 401;
}

/** A trouble while getting a token must not look as if a write might have left: then nothing of ours has reached HighLevel. */
async function withoutDoubt<T>(task: Promise<T>): Promise<T> {
  try {
    return await task;
  } catch (thrown) {
    const error = toAppError(thrown);
    if (isApplied(error) === 'no') throw new AppFailure(error);
    throw new AppFailure({ code: 'broker_unreachable', detail: `${error.code}: ${error.detail ?? ''}` });
  }
}
