import * as oauth from 'oauth4webapi';
import { AppFailure } from '@/lib/core/errors.ts';

/**
 * What goes wrong between us and the broker, as `AppFailure`s. Nothing of a URL, code or token gets into one: the
 * library's own errors carry the answers they are about.
 */

/** `fetch` whose failure, and whose 5xx or 429, says that the broker could not be reached: never a reason to sign out. */
export function brokerFetch(send: typeof fetch) {
  return async (url: string, init: oauth.CustomFetchOptions<string, URLSearchParams | undefined>): Promise<Response> => {
    // The library's options are fetch's, but for a `body: undefined` that exactOptionalPropertyTypes minds.
    const response = await send(url, { ...init, credentials: 'omit' } as RequestInit).catch((reason: unknown) => {
      throw new AppFailure({ code: 'broker_unreachable', detail: `the broker did not answer: ${nameOf(reason)}` });
    });
    if (response.status < 500 && response.status !== 429) return response;
    throw new AppFailure({ code: 'broker_unreachable', status: response.status });
  };
}

/** The window was closed, or its first page did not load. Chrome and Firefox tell in prose only. */
export function windowFailure(reason: unknown): never {
  const text = reason instanceof Error ? reason.message : String(reason);
  if (/could not be loaded/i.test(text))
    throw new AppFailure({ code: 'broker_unreachable', detail: 'the sign-in page could not be loaded' });
  if (/did not approve|cancel|denied|closed/i.test(text)) throw new AppFailure({ code: 'sign_in_cancelled' });
  throw new AppFailure({ code: 'sign_in_failed', detail: `the sign-in window failed: ${nameOf(reason)}` });
}

/** What came back in the address is an error, or not the answer to our question. */
export function authorizationFailure(reason: unknown): never {
  if (!(reason instanceof oauth.AuthorizationResponseError)) {
    throw new AppFailure({ code: 'sign_in_failed', detail: 'the answer does not belong to this sign-in' });
  }
  if (reason.error === 'access_denied') throw new AppFailure({ code: 'sign_in_cancelled' });
  if (reason.error === 'temporarily_unavailable') throw new AppFailure({ code: 'broker_unreachable', detail: reason.error });
  throw new AppFailure({ code: 'sign_in_failed', reason: reason.error_description ?? reason.error });
}

/** The code was not exchanged. */
export function tokenFailure(reason: unknown): never {
  if (reason instanceof AppFailure) throw reason;
  if (reason instanceof oauth.ResponseBodyError)
    throw new AppFailure({ code: 'sign_in_failed', reason: reason.error, status: reason.status });
  throw new AppFailure({ code: 'bad_answer', detail: `the broker's answer was not understood: ${nameOf(reason)}` });
}

/** The session was not renewed. Only the broker's plain word that it has ended means that it has. */
export function refreshFailure(reason: unknown): never {
  if (reason instanceof oauth.ResponseBodyError) {
    if (reason.error === 'invalid_grant') throw new AppFailure({ code: 'reconnect_needed', status: reason.status });
    if (reason.error === 'location_inactive') throw new AppFailure({ code: 'location_inactive', status: reason.status });
  }
  return tokenFailure(reason);
}

function nameOf(reason: unknown): string {
  return reason instanceof Error ? reason.name : 'unknown';
}
