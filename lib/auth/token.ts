import { AppFailure } from '@/lib/core/errors.ts';
import type { Location } from '@/lib/ghl/models.ts';

/** `GET /locations/{id}` with this token. */
export type FetchLocation = (accessToken: string, locationId: string) => Promise<Location>;

/**
 * Checks a private integration token by one call before it is kept; the location it opens. Errors: `sign_in_failed`
 * (not a token, or refused), `wrong_location`, and whatever the call failed with.
 */
export async function verifyToken(token: string, locationId: string, verify: FetchLocation): Promise<Location> {
  // Anything else could not be sent in a header, or would change the address that is called.
  if (!/^[\x21-\x7e]+$/.test(token) || !/^[\w-]+$/.test(locationId)) {
    throw new AppFailure({ code: 'sign_in_failed', detail: 'the token or the location id holds characters that no such value has' });
  }
  const location = await verify(token, locationId).catch(refusal);
  if (location.id !== locationId) throw new AppFailure({ code: 'wrong_location' });
  return location;
}

/** A token that never worked has nothing to reconnect. */
function refusal(reason: unknown): never {
  if (!(reason instanceof AppFailure) || reason.error.code !== 'reconnect_needed') throw reason;
  throw new AppFailure({ ...reason.error, code: 'sign_in_failed' });
}
