import { describe, expect, test } from 'vitest';
import type { AppError } from '@/lib/core/errors.ts';
import type { EntryState } from '@/lib/outbox/entry.ts';
import { type EntryLife, next, type OutboxEvent } from '@/lib/outbox/states.ts';

const NOW = 50_000;
const STATES: readonly EntryState[] = ['held', 'queued', 'sending', 'sent', 'uncertain', 'failed', 'parked'];
const life = (state: EntryState, over: Partial<EntryLife> = {}): EntryLife => ({
  state,
  notBefore: NOW,
  attempts: 1,
  updatedAt: 1,
  ...over,
});
const refusedWith = (error: AppError): OutboxEvent => ({ type: 'refused', error });
const network: AppError = { code: 'network' };

/** For every event, where it leads from each state; states not named refuse it. */
const TABLE: readonly [OutboxEvent, Partial<Record<EntryState, EntryState | 'removed'>>][] = [
  [{ type: 'holdEnded' }, { held: 'queued' }],
  [{ type: 'sendNow' }, { held: 'queued', parked: 'queued', queued: 'queued' }],
  [{ type: 'undo' }, { held: 'removed', queued: 'removed' }],
  [{ type: 'parked' }, { held: 'parked' }],
  [
    { type: 'wait', reason: 'network' },
    { queued: 'queued', sending: 'queued' },
  ],
  [{ type: 'taken' }, { queued: 'sending' }],
  [{ type: 'leaving' }, {}],
  [{ type: 'succeeded', answer: {} }, { sending: 'sent' }],
  [refusedWith({ code: 'not_found' }), { sending: 'failed' }],
  [{ type: 'lost', error: network }, { sending: 'uncertain' }],
  [{ type: 'foundSending' }, { sending: 'uncertain' }],
  [{ type: 'retry' }, { failed: 'queued', uncertain: 'queued' }],
  [{ type: 'discard' }, { held: 'removed', queued: 'removed', parked: 'removed', failed: 'removed', uncertain: 'removed' }],
];

describe('the life of an entry', () => {
  for (const [event, leads] of TABLE) {
    for (const state of STATES) {
      test(`${event.type} leads from ${state} to ${leads[state] ?? 'nothing'}`, () => {
        const after = next(life(state), event, NOW);
        expect(typeof after === 'string' ? after : after.state).toBe(leads[state] ?? 'refused');
      });
    }
  }

  test('a hold does not end before its time', () => {
    expect(next(life('held', { notBefore: NOW + 1 }), { type: 'holdEnded' }, NOW)).toBe('refused');
  });

  test('sending now does not wait for the hold', () => {
    expect(next(life('held', { notBefore: NOW + 5_000 }), { type: 'sendNow' }, NOW)).toMatchObject({ notBefore: NOW, updatedAt: NOW });
  });

  test('who is found dead while looking had sent nothing; later nobody knows', () => {
    const taken = next(life('queued'), { type: 'taken', looks: true }, NOW);
    if (typeof taken === 'string') throw new Error(taken);
    expect(next(taken, { type: 'foundSending' }, NOW)).toEqual(life('queued', { attempts: 2, updatedAt: NOW }));
    const left = next(taken, { type: 'leaving' }, NOW);
    if (typeof left === 'string') throw new Error(left);
    expect(next(left, { type: 'foundSending' }, NOW)).toMatchObject({ state: 'uncertain' });
  });

  test('every attempt counts', () => {
    expect(next(life('queued'), { type: 'taken' }, NOW)).toMatchObject({ attempts: 2 });
  });

  const WAITS: readonly [AppError, string, number][] = [
    [{ code: 'missing_scope' }, 'write_access', NOW + 300_000],
    [{ code: 'reconnect_needed' }, 'connection', NOW + 1_000],
    [{ code: 'not_connected' }, 'connection', NOW + 1_000],
    [{ code: 'network' }, 'network', NOW + 1_000],
    [{ code: 'broker_unreachable' }, 'network', NOW + 1_000],
    [{ code: 'wrong_location' }, 'other_location', NOW + 1_000],
    [{ code: 'rate_limited', retryAfterMs: 4_000, daily: false }, 'rate_limit', NOW + 4_000],
  ];
  test.each(WAITS)('a refusal with %o makes it wait for %s', (error, waiting, notBefore) => {
    expect(next(life('sending'), refusedWith(error), NOW)).toMatchObject({
      state: 'queued',
      waiting,
      notBefore,
      attempts: 1,
      updatedAt: NOW,
    });
  });

  test('only a missing permission is told while waiting: the person is asked for it', () => {
    const told = WAITS.filter(([error]) => 'error' in Object(next(life('sending'), refusedWith(error), NOW)));
    expect(told.map(([error]) => error.code)).toEqual(['missing_scope']);
  });

  test('repeated refusals make the pause longer, up to five minutes', () => {
    const pause = (attempts: number) => {
      const after = next(life('sending', { attempts }), refusedWith(network), NOW);
      return typeof after === 'string' ? after : after.notBefore - NOW;
    };
    expect([1, 2, 3, 9, 40].map(pause)).toEqual([1_000, 2_000, 4_000, 256_000, 300_000]);
  });

  test('a wrong location that HighLevel itself reports is for a person', () => {
    expect(next(life('sending'), refusedWith({ code: 'wrong_location', status: 403 }), NOW)).toMatchObject({ state: 'failed' });
  });

  test('reasons do not outlive their state', () => {
    const failed = life('failed', { error: { code: 'not_found' }, waiting: 'network' });
    expect(next(failed, { type: 'retry' }, NOW)).toEqual({ state: 'queued', notBefore: NOW, attempts: 1, updatedAt: NOW });
  });

  test('a pause ends early only for an entry that waits', () => {
    expect(next(life('queued', { notBefore: NOW + 9, waiting: 'network' }), { type: 'pauseEnded' }, NOW)).toMatchObject({ notBefore: NOW });
    expect(next(life('queued'), { type: 'pauseEnded' }, NOW)).toBe('refused');
  });
});
