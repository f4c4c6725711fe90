import { describe, expect, it } from 'vitest';
import { AppFailure } from '@/lib/core/errors.ts';
import { createRateLimiter, type QueueView, type RateLimiter } from '@/lib/ghl/rate-limit.ts';
import type { Priority } from '@/lib/ghl/waiting-line.ts';
import { createManualClock, settled } from './fakes.ts';

function setUp() {
  const clock = createManualClock();
  const views: QueueView[] = [];
  const limiter = createRateLimiter({ ...clock, onChange: (view) => views.push(view) });
  return { clock, limiter, views };
}

/** Asks for `count` turns that each end at once, and tells how many were had so far. */
function askFor(count: number, limiter: RateLimiter, onTurn: () => void = () => {}) {
  const had = { turns: 0 };
  for (let asked = 0; asked < count; asked += 1) {
    void limiter.acquire('read').then((endTurn) => {
      had.turns += 1;
      onTurn();
      endTurn();
    });
  }
  return had;
}

describe('the rate limiter', () => {
  it('lets at most four be in flight', async () => {
    const { limiter } = setUp();
    const ends: (() => void)[] = [];
    for (let asked = 0; asked < 6; asked += 1) void limiter.acquire('read').then((end) => ends.push(end));
    await settled();
    expect(limiter.view()).toEqual({ waiting: 2, inFlight: 4 });
    ends[0]?.();
    ends[0]?.();
    await settled();
    expect(limiter.view()).toEqual({ waiting: 1, inFlight: 4 });
  });

  it('starts 80 in any 10 s', async () => {
    const { clock, limiter } = setUp();
    const had = askFor(170, limiter);
    await settled();
    expect(had.turns).toBe(80);
    expect(clock.sleeping()).toBe(1);
    await clock.advance(9_999);
    expect(had.turns).toBe(80);
    await clock.advance(1);
    expect(had.turns).toBe(160);
    await clock.advance(10_000);
    expect(had.turns).toBe(170);
  });

  it('takes four fifths of a smaller allowance that HighLevel names', async () => {
    const { clock, limiter } = setUp();
    const headers = new Headers({ 'X-RateLimit-Max': '25', 'X-RateLimit-Interval-Milliseconds': '5000' });
    const had = askFor(50, limiter, () => limiter.heard(headers));
    await settled();
    expect(had.turns).toBe(20);
    await clock.advance(5_000);
    expect(had.turns).toBe(40);
  });

  it('leaves the last of what others at the location have left over', async () => {
    const { clock, limiter } = setUp();
    const end = await limiter.acquire('read');
    limiter.heard(new Headers({ 'X-RateLimit-Max': '100', 'X-RateLimit-Remaining': '3' }));
    end();
    const had = askFor(10, limiter);
    await settled();
    expect(had.turns).toBe(3);
    await clock.advance(10_000);
    expect(had.turns).toBe(10);
  });

  it('lets acts go before reads that have waited longer', async () => {
    const { limiter } = setUp();
    const order: string[] = [];
    const ends: (() => void)[] = [];
    const ask = (name: string, priority: Priority) =>
      void limiter.acquire(priority).then((end) => {
        order.push(name);
        ends.push(end);
      });
    for (const name of ['r1', 'r2', 'r3', 'r4', 'r5']) ask(name, 'read');
    ask('act', 'act');
    await settled();
    ends[0]?.();
    ends[1]?.();
    await settled();
    expect(order).toEqual(['r1', 'r2', 'r3', 'r4', 'act', 'r5']);
  });

  it('waits out a pause and shows it', async () => {
    const { clock, limiter, views } = setUp();
    limiter.pause(10_000, false);
    limiter.pause(2_000, false);
    const had = askFor(1, limiter);
    await settled();
    await clock.advance(9_999);
    expect(had.turns).toBe(0);
    await clock.advance(1);
    expect(had.turns).toBe(1);
    expect(views.map(({ waiting, pausedUntil }) => [waiting, pausedUntil])).toEqual([
      [0, 10_000],
      [1, 10_000],
      [0, undefined],
    ]);
  });

  it('does not tell of every request that comes and goes', async () => {
    const { limiter, views } = setUp();
    askFor(4, limiter);
    await settled();
    expect(views).toEqual([]);
  });

  it('sends those away who would wait longer than a minute', async () => {
    const { clock, limiter } = setUp();
    limiter.pause(1_000, false);
    const waiting = limiter.acquire('act').catch((thrown: unknown) => thrown);
    limiter.pause(3_600_000, true);
    const error = { code: 'rate_limited', retryAfterMs: 3_600_000, daily: true };
    expect(await waiting).toEqual(new AppFailure({ ...error, code: 'rate_limited' }));
    await expect(limiter.acquire('read')).rejects.toMatchObject({ error });
    await clock.advance(3_600_000);
    expect((await limiter.acquire('read'))()).toBeUndefined();
  });

  it('forgets those who give up waiting', async () => {
    const { clock, limiter } = setUp();
    limiter.pause(1_000, false);
    const abort = new AbortController();
    const waiting = limiter.acquire('read', abort.signal).catch((thrown: unknown) => thrown);
    abort.abort('enough');
    expect(await waiting).toBe('enough');
    expect(limiter.view()).toMatchObject({ waiting: 0 });
    await clock.advance(1_000);
    expect(limiter.view()).toEqual({ waiting: 0, inFlight: 0 });
    await expect(limiter.acquire('read', abort.signal)).rejects.toBe('enough');
  });
});
