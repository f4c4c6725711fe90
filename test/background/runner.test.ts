import { expect, it, vi } from 'vitest';
import { createRunner } from '@/entrypoints/background/runner.ts';

/** A task whose runs the test ends one by one. */
function setUp() {
  const ends: PromiseWithResolvers<void>[] = [];
  const runner = createRunner(() => {
    const end = Promise.withResolvers<void>();
    ends.push(end);
    return end.promise;
  });
  const end = async (run: number) => {
    ends[run]?.resolve();
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return { runner, ends, end };
}

it('runs once more, not twice at once, when it is asked while it runs', async () => {
  const { runner, ends, end } = setUp();
  for (const _ask of [1, 2, 3]) runner.run();
  expect(ends).toHaveLength(1);
  await end(0);
  expect(ends).toHaveLength(2);
  await end(1);
  await runner.settled();
  expect(ends).toHaveLength(2);
});

it('has settled only when the run that was asked for last has ended', async () => {
  const { runner, ends, end } = setUp();
  runner.run();
  await Promise.resolve();
  let isSettled = false;
  void runner.settled().then(() => {
    isSettled = true;
  });
  runner.run();
  await end(0);
  expect([ends.length, isSettled]).toEqual([2, false]);
  await end(1);
  expect(isSettled).toBe(true);
});

it('goes on after a failure', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let runs = 0;
  const runner = createRunner(async () => {
    runs += 1;
    throw new Error('broken');
  });
  runner.run();
  await runner.settled();
  runner.run();
  await runner.settled();
  expect(runs).toBe(2);
  expect(said).toHaveBeenCalledTimes(2);
  said.mockRestore();
});
