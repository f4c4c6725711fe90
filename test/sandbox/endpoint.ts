import type { TokenRecord } from './records.ts';
import type { World } from './world.ts';

/** A call that passed the gate: version, token, scope and the shape of its body are in order. */
export interface Call {
  readonly world: World;
  readonly method: string;
  readonly path: string;
  /** Path parameters by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON, checked against the files' schema where they have one; an empty object without a body. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  readonly version: string;
  readonly token: TokenRecord;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One endpoint: who may call it and what it does. The shapes of body and query come from HighLevel's files. */
export interface Endpoint {
  readonly method: string;
  /** As in HighLevel's files, e.g. `/contacts/{contactId}/tasks`; trailing slashes count. */
  readonly path: string;
  /** HighLevel's scope; `null` where none is asked for. */
  readonly scope: string | null;
  /** Throws a `Refusal` for every answer that is not a success. */
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

/** The path parameter `name`; the route table guarantees that it is there. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`${call.path} has no parameter ${name}`);
  return value;
}

/** A query number within bounds, or its default. */
export function pageSize(call: Call, name: string, fallback: number, max: number): number {
  const given = Number(call.query.get(name) ?? fallback);
  return Number.isInteger(given) && given > 0 ? Math.min(given, max) : fallback;
}
