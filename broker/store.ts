import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Box } from './secrets.ts';

/** A sign-in that has gone to HighLevel and not come back yet. */
export interface Pending {
  readonly cookieHash: string;
  readonly redirectUri: string;
  readonly clientState: string;
  readonly codeChallenge: string;
}

/** HighLevel's tokens for one location: one row, whoever signed in. */
export interface Grant {
  readonly locationId: string;
  readonly companyId: string | null;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly scope: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly renewedAt: number;
}

/** A one-time code on its way to the extension. */
export interface Code {
  readonly locationId: string;
  readonly userId: string | null;
  readonly redirectUri: string;
  readonly codeChallenge: string;
}

export interface Session {
  readonly locationId: string;
  readonly userId: string | null;
}

const text = z.string();
const optionalText = z.string().nullable();
const time = z.number();
const blob = z.instanceof(Uint8Array);
const pendingRow = z.object({ cookie_hash: text, redirect_uri: text, client_state: text, code_challenge: text, expires_at: time });
const codeRow = z.object({ location_id: text, user_id: optionalText, redirect_uri: text, code_challenge: text, expires_at: time });
const sessionRow = z.object({ location_id: text, user_id: optionalText });
const grantRow = z.object({
  location_id: text,
  company_id: optionalText,
  access_token: blob,
  refresh_token: blob,
  scope: text,
  expires_at: time,
  renewed_at: time,
});

export type Store = ReturnType<typeof createStore>;

/** What the broker remembers. States, codes and sessions come in as hashes; tokens are sealed here. */
export function createStore(database: DatabaseSync, box: Box, now: () => number) {
  const run = (sql: string, ...values: (string | number | Uint8Array | null)[]) => void database.prepare(sql).run(...values);
  const row = (sql: string, ...values: string[]) => database.prepare(sql).get(...values);
  const purge = (table: 'pending' | 'codes') => run(`DELETE FROM ${table} WHERE expires_at <= ?`, now());
  /** Tokens that no session and no code needs any more. */
  const dropUnused = () =>
    run(
      `DELETE FROM grants WHERE location_id NOT IN (SELECT location_id FROM sessions)
           AND location_id NOT IN (SELECT location_id FROM codes WHERE expires_at > ?)`,
      now(),
    );

  return {
    addPending: (stateHash: string, pending: Pending, lifeMs: number): void => {
      purge('pending');
      const { cookieHash, redirectUri, clientState, codeChallenge } = pending;
      run('INSERT INTO pending VALUES (?, ?, ?, ?, ?, ?)', stateHash, cookieHash, redirectUri, clientState, codeChallenge, now() + lifeMs);
    },
    /** Once only, and only with the cookie of the browser that started it. */
    takePending: (stateHash: string, cookieHash: string): Pending | undefined => {
      const found = pendingRow
        .optional()
        .parse(row('DELETE FROM pending WHERE state_hash = ? AND cookie_hash = ? RETURNING *', stateHash, cookieHash));
      if (found === undefined || found.expires_at <= now()) return undefined;
      return { cookieHash, redirectUri: found.redirect_uri, clientState: found.client_state, codeChallenge: found.code_challenge };
    },
    addCode: (codeHash: string, code: Code, lifeMs: number): void => {
      purge('codes');
      const { locationId, userId, redirectUri, codeChallenge } = code;
      run('INSERT INTO codes VALUES (?, ?, ?, ?, ?, ?)', codeHash, locationId, userId, redirectUri, codeChallenge, now() + lifeMs);
      dropUnused();
    },
    /** Once only: whatever comes of it, the code is gone. */
    takeCode: (codeHash: string): Code | undefined => {
      const found = codeRow.optional().parse(row('DELETE FROM codes WHERE code_hash = ? RETURNING *', codeHash));
      if (found === undefined || found.expires_at <= now()) return undefined;
      return { locationId: found.location_id, userId: found.user_id, redirectUri: found.redirect_uri, codeChallenge: found.code_challenge };
    },
    addSession: (sessionHash: string, { locationId, userId }: Session): void =>
      run('INSERT INTO sessions VALUES (?, ?, ?, ?)', sessionHash, locationId, userId, now()),
    session: (sessionHash: string): Session | undefined => {
      const found = sessionRow.optional().parse(row('SELECT * FROM sessions WHERE session_hash = ?', sessionHash));
      return found && { locationId: found.location_id, userId: found.user_id };
    },
    /** Tokens go with the last session of their location. */
    dropSession: (sessionHash: string): void => {
      run('DELETE FROM sessions WHERE session_hash = ?', sessionHash);
      dropUnused();
    },
    saveGrant: (grant: Grant): void => {
      const { locationId, companyId, scope, expiresAt, renewedAt } = grant;
      const access = box.seal(grant.accessToken, `access ${locationId}`);
      const refresh = box.seal(grant.refreshToken, `refresh ${locationId}`);
      run(
        `INSERT INTO grants VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (location_id) DO UPDATE SET company_id = excluded.company_id, access_token = excluded.access_token,
           refresh_token = excluded.refresh_token, scope = excluded.scope, expires_at = excluded.expires_at, renewed_at = excluded.renewed_at`,
        locationId,
        companyId,
        access,
        refresh,
        scope,
        expiresAt,
        renewedAt,
      );
    },
    grant: (locationId: string): Grant | undefined => {
      const found = grantRow.optional().parse(row('SELECT * FROM grants WHERE location_id = ?', locationId));
      if (found === undefined) return undefined;
      return {
        locationId,
        companyId: found.company_id,
        accessToken: box.open(found.access_token, `access ${locationId}`),
        refreshToken: box.open(found.refresh_token, `refresh ${locationId}`),
        scope: found.scope,
        expiresAt: found.expires_at,
        renewedAt: found.renewed_at,
      };
    },
    close: () => database.close(),
  };
}
