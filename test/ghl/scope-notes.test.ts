import { expect, it } from 'vitest';
import { type AppError, AppFailure } from '@/lib/core/errors.ts';
import type { GhlClient } from '@/lib/ghl/client.ts';
import { type SeenScopes, withScopeNotes } from '@/lib/ghl/scope-notes.ts';

function setUp() {
  let outcome: AppError | undefined;
  let kept: SeenScopes = { of: '', scopes: {} };
  let connectedAt = 1;
  const writes: SeenScopes[] = [];
  // The only call of a client that is made here.
  const client = {
    call: async () => {
      if (outcome) throw new AppFailure(outcome);
      return [];
    },
  } as unknown as GhlClient;
  const noticing = withScopeNotes(client, {
    setting: {
      get: async () => kept,
      set: async (value) => {
        kept = value;
        writes.push(value);
      },
    },
    connection: async () => ({ locationId: 'loc1', connectedAt }),
  });
  return {
    writes,
    scopes: () => kept.scopes,
    reconnect: () => {
      connectedAt += 1;
    },
    async ask(error?: AppError) {
      outcome = error;
      await noticing.call('tags.list', { locationId: 'loc1' }).catch(() => undefined);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    },
  };
}

it('keeps that an answer came, and writes nothing when the next says the same', async () => {
  const { ask, scopes, writes } = setUp();
  await ask();
  await ask();
  expect(scopes()).toEqual({ 'locations/tags.readonly': true });
  expect(writes).toHaveLength(1);
});

it('follows a scope that is taken away and given again', async () => {
  const { ask, scopes } = setUp();
  await ask({ code: 'missing_scope', scope: 'locations/tags.readonly' });
  expect(scopes()).toEqual({ 'locations/tags.readonly': false });
  await ask();
  expect(scopes()).toEqual({ 'locations/tags.readonly': true });
});

it.each<[AppError, Record<string, boolean>]>([
  [{ code: 'not_found', status: 400 }, { 'locations/tags.readonly': true }],
  [{ code: 'invalid_request', status: 422, problems: [] }, { 'locations/tags.readonly': true }],
  // Refused before it was sent, or by the location's plan: nothing about the scope.
  [{ code: 'invalid_request', problems: [] }, {}],
  [{ code: 'invalid_request', status: 401, problems: [] }, {}],
  [{ code: 'network' }, {}],
  [{ code: 'offline' }, {}],
  [{ code: 'server_error', status: 502 }, {}],
])('reads %j for what it says about the scope', async (error, seen) => {
  const { ask, scopes } = setUp();
  await ask(error);
  expect(scopes()).toEqual(seen);
});

it('forgets what another connection had', async () => {
  const { ask, scopes, reconnect } = setUp();
  await ask();
  reconnect();
  await ask({ code: 'missing_scope' });
  expect(scopes()).toEqual({ 'locations/tags.readonly': false });
});

it('hands on the answer and the error as they are', async () => {
  const client = { call: async () => ['answer'] } as unknown as GhlClient;
  const deps = { setting: { get: async () => ({ of: '', scopes: {} }), set: async () => undefined }, connection: async () => null };
  expect(await withScopeNotes(client, deps).call('tags.list', { locationId: 'loc1' })).toEqual(['answer']);
  const failing = { call: () => Promise.reject(new AppFailure({ code: 'timeout' })) } as unknown as GhlClient;
  await expect(withScopeNotes(failing, deps).call('tags.list', { locationId: 'loc1' })).rejects.toMatchObject({
    error: { code: 'timeout' },
  });
});
