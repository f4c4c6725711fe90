import * as z from 'zod';
import type { Grant } from './grant.ts';

/** `browser.storage.session`, or a fake of it: in memory, closed to content scripts, gone with the browser. */
export interface SessionStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

const accessSchema = z.object({
  accessToken: z.string().min(1),
  locationId: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
  lifetimeMs: z.number(),
});
export type Access = Readonly<z.output<typeof accessSchema>>;

/** The access token's only home. */
export interface AccessStore {
  read(): Promise<Access | undefined>;
  keep(grant: Grant, now: number): Promise<Access>;
  clear(): Promise<void>;
}

const ITEM = 'access';

export function createAccessStore(storage: SessionStorage): AccessStore {
  return {
    read: async () =>
      accessSchema
        .optional()
        .catch(undefined)
        .parse((await storage.get(ITEM))[ITEM]),
    keep: async ({ accessToken, locationId, expiresInMs }, now) => {
      const access: Access = { accessToken, locationId, expiresAt: now + expiresInMs, lifetimeMs: expiresInMs };
      await storage.set({ [ITEM]: access });
      return access;
    },
    clear: () => storage.remove(ITEM),
  };
}

const EARLY_MS = 10 * 60_000;

/** Whether to renew now, while it still works: 10 minutes before the end, or a fifth of a short life. */
export function isDue(access: Access, now: number): boolean {
  return access.expiresAt - now <= Math.min(EARLY_MS, access.lifetimeMs / 5);
}
