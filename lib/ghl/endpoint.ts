import type * as z from 'zod';
import { AppFailure } from '@/lib/core/errors.ts';

/** Whether calling an endpoint changes anything at HighLevel. A search by POST is a read. */
export type Effect = 'read' | 'write';

/** A value of HighLevel's `Version` header. `v3` is the default; one endpoint may stay on a dated version. */
export type ApiVersion = 'v3' | '2023-02-21' | '2021-07-28' | '2021-04-15';

/** One HighLevel operation as data: client method, query key, required scope and contract test derive from it. */
export interface Endpoint<I, O, E extends Effect = Effect> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Built with the `path` tag, which encodes its parts. Trailing slashes matter to HighLevel. */
  path(input: I): string;
  query?(input: I): Readonly<Record<string, string | undefined>>;
  body?(input: I): Readonly<Record<string, unknown>>;
  /** Default `v3`. */
  readonly version?: ApiVersion;
  /** HighLevel's scope, e.g. `contacts.readonly`. */
  readonly scope: string;
  readonly effect: E;
  readonly input: z.ZodType<I>;
  /** From the answer's JSON to what callers get: the envelope is taken off here. */
  readonly output: z.ZodType<O>;
}

/** Identity with types. */
export function defineEndpoint<I, O, const E extends Effect>(endpoint: Endpoint<I, O, E>): Endpoint<I, O, E> {
  return endpoint;
}

/** Template tag for a URL path: every inserted part is one encoded segment. Throws `invalid_request` for one that would change the path. */
export function path(literals: TemplateStringsArray, ...parts: readonly string[]): string {
  return literals.reduce((built, literal, index) => built + segment(parts[index - 1] ?? '') + literal);
}

function segment(part: string): string {
  // `encodeURIComponent` leaves dots alone, and URL parsing would resolve them; it throws on a lone surrogate.
  if (part === '' || part === '.' || part === '..' || !part.isWellFormed()) {
    throw new AppFailure({ code: 'invalid_request', problems: ['An id in the request is empty or not an id.'] });
  }
  return encodeURIComponent(part);
}
