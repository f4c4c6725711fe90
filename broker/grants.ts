import { GhlError, type GhlOAuth, type GhlTokens } from './ghl.ts';
import { hash } from './secrets.ts';
import type { Grant, Store } from './store.ts';

/** HighLevel's tokens, one row a location, renewed by nobody but us. */
export interface Grants {
  /**
   * Keeps what a sign-in brought; all sessions of the location go on with it. But tokens that may do all this and more
   * stay, as long as HighLevel renews them: nobody loses what another person had allowed.
   */
  adopt(tokens: GhlTokens): Promise<Grant>;
  /**
   * A token that works. `heldHash`: SHA-256 (hex) of the token the caller wants replaced; HighLevel is asked only if
   * that is still the newest. Without it, whoever asks within a minute gets the same. Failures are `GhlError`s.
   */
  fresh(locationId: string, heldHash: string | undefined): Promise<Grant>;
}

const REPEAT_MS = 60_000;
const EARLY_MS = 10 * 60_000;

export function createGrants(store: Store, ghl: GhlOAuth, now: () => number): Grants {
  const renewing = new Map<string, Promise<Grant>>();

  const keep = (tokens: GhlTokens): Grant => {
    const { accessToken, refreshToken, scope, locationId, companyId } = tokens;
    const grant = { accessToken, refreshToken, scope, locationId, companyId, expiresAt: now() + tokens.expiresInMs, renewedAt: now() };
    store.saveGrant(grant);
    return grant;
  };

  /** A sign-in must be able to replace what cannot be opened any more. */
  const readable = (locationId: string): Grant | undefined => {
    try {
      return store.grant(locationId);
    } catch {
      return undefined;
    }
  };

  const renew = async (before: Grant): Promise<Grant> => {
    const outcome = await ghl.refresh(before.refreshToken).catch((reason: unknown) => ({ reason }));
    // A sign-in that came while HighLevel was thinking has brought newer tokens: whatever the answer, those stay.
    const current = store.grant(before.locationId);
    if (current !== undefined && current.refreshToken !== before.refreshToken) return current;
    // The last session has ended meanwhile: its tokens must not come back.
    if (current === undefined) throw new GhlError('ended');
    if ('reason' in outcome) throw outcome.reason;
    if (outcome.locationId !== before.locationId) throw new GhlError('refused');
    return keep(outcome);
  };

  const single = (grant: Grant): Promise<Grant> => {
    const running = renewing.get(grant.locationId) ?? renew(grant).finally(() => renewing.delete(grant.locationId));
    renewing.set(grant.locationId, running);
    return running;
  };

  return {
    adopt: async (tokens) => {
      const before = readable(tokens.locationId);
      if (before === undefined || !isWider(before.scope, tokens.scope)) return keep(tokens);
      return single(before).catch((reason: unknown) => {
        // Not to be tried just now says nothing about them.
        if (reason instanceof GhlError && reason.failure === 'unavailable') return before;
        return keep(tokens);
      });
    },
    fresh: async (locationId, heldHash) => {
      const grant = store.grant(locationId);
      if (grant === undefined) throw new GhlError('ended');
      return isFresh(grant, heldHash, now()) ? grant : single(grant);
    },
  };
}

/** Whether `scope` has everything that `other` has, and more. Scopes are separated by spaces. */
function isWider(scope: string, other: string): boolean {
  const [all, others] = [new Set(scope.split(' ')), new Set(other.split(' '))];
  return others.isSubsetOf(all) && others.size < all.size;
}

function isFresh(grant: Grant, heldHash: string | undefined, now: number): boolean {
  if (heldHash === hash(grant.accessToken)) return false;
  const life = grant.expiresAt - grant.renewedAt;
  if (grant.expiresAt - now <= Math.min(EARLY_MS, life / 5)) return false;
  return heldHash !== undefined || now - grant.renewedAt < REPEAT_MS;
}
