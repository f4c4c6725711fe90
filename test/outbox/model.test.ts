import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { resourceKey } from '@/lib/outbox/keys.ts';
import { type Command, createModel, type Outcome } from './model.ts';

const RUNS = 1_000;

const who = fc.nat({ max: 2 });
const pick = fc.nat({ max: 9 });
const outcomes: readonly Outcome[] = ['good', 'good', 'good', 'lostAfter', 'lostBefore', 'refused', 'tooFast', 'noScope', 'mismatch'];

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('note' as const), who, held: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('task' as const), who, task: fc.nat({ max: 1 }), completed: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), who, held: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('meddle' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('undo' as const, 'sendNow' as const, 'retry' as const, 'retry' as const, 'discard' as const),
      pick,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('advance' as const), ms: fc.constantFrom(500, 4_000, 6_000, 40_000) }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('answer' as const), pick, as: fc.constantFrom(...outcomes) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('kill' as const),
      steps: fc.nat({ max: 20 }),
      browser: fc.boolean(),
      again: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('world' as const),
      online: fc.boolean(),
      mayWrite: fc.boolean(),
      location: fc.constantFrom('loc-1' as const, 'loc-2' as const),
    }),
  },
);
/** `rush`: the next command comes while the background is still busy with this one. */
const script = fc.array(fc.record({ command, rush: fc.boolean() }), { minLength: 6, maxLength: 24, size: 'max' });

/** May stay for ever without a person: what needs one, and what stands behind something of unknown effect on the same thing. */
function mayStay(entry: OutboxEntry, entries: readonly OutboxEntry[]): boolean {
  if (['failed', 'uncertain', 'parked'].includes(entry.state)) return true;
  const isBefore = ({ seq, target, operation }: OutboxEntry) =>
    seq < entry.seq && target.contactId === entry.target.contactId && resourceKey(operation) === resourceKey(entry.operation);
  return entry.state === 'queued' && entries.some((other) => other.state === 'uncertain' && isBefore(other));
}

test('whatever happens, nothing is lost, sent twice, out of order, to somebody else, or after it was taken back', async () => {
  const seen = { applied: 0, unknown: 0, gone: 0, retried: 0, deaths: 0, edited: 0, conflicts: 0 };
  await fc.assert(
    fc.asyncProperty(script, async (steps) => {
      const model = createModel();
      void model.boot();
      for (const { command: next, rush } of steps) {
        await model.run(next);
        if (!rush) await model.settle();
      }
      await model.settle();
      const left = await model.finish();
      expect(model.broken).toEqual([]);
      expect(model.inFlight()).toBe(0);
      const stuck = left.filter((entry) => !mayStay(entry, left));
      expect(stuck.map(({ state, waiting, operation }) => ({ state, waiting, operation }))).toEqual([]);
      seen.deaths += model.deaths();
      seen.edited += model.edits.applied;
      seen.conflicts += left.filter(({ error }) => error?.code === 'conflict').length;
      for (const [body, wish] of model.wishes) {
        const isKept = left.some(({ operation }) => operation.kind === 'createNote' && operation.body === body);
        expect(isKept || wish.gone || wish.applied > 0, `${body} is nowhere`).toBe(true);
        expect(wish.applied, `${body} applied more often than asked`).toBeLessThanOrEqual(1 + wish.retries);
        seen.applied += wish.applied;
        seen.unknown += Number(wish.unknown);
        seen.gone += Number(wish.gone);
        seen.retried += wish.retries;
      }
    }),
    { numRuns: RUNS },
  );
  // A run in which none of this happened would prove nothing.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(RUNS / 20);
}, 120_000);
