/** Runs a task one at a time; asking while it runs makes it run once more. */
export interface Runner {
  run(): void;
  /** Resolves when nothing runs any more. */
  settled(): Promise<void>;
}

export function createRunner(task: () => Promise<void>): Runner {
  let running: Promise<void> | undefined;
  let again = false;

  async function loop(): Promise<void> {
    do {
      again = false;
      await task().catch(console.error);
    } while (again);
    running = undefined;
  }

  return {
    run() {
      again = true;
      running ??= loop();
    },
    settled: () => running ?? Promise.resolve(),
  };
}
