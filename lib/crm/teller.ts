import type { Detection } from './adapter.ts';

/** Tells the background; `stop` means that nobody wants to know any more. */
export type Report = (url: string, detection: Detection) => Promise<'watch' | 'stop'>;

export interface Teller {
  /** Reports unless it is what was told last. Returns whether it was news. */
  tell(url: string, detection: Detection): boolean;
  /** Forgets what was told, so that the next telling is news again. */
  forget(): void;
}

const FIRST_RETRY_MS = 300;
const LAST_RETRY_MS = 30_000;

/** Keeps silent about what is known already; after a failed report asks to be called again, later and later. */
export function createTeller(report: Report, on: { stop(): void; retry(waitMs: number): void }): Teller {
  let told = '';
  let failures = 0;
  const forget = () => {
    told = '';
  };

  function settle(answer: 'watch' | 'stop'): void {
    failures = 0;
    if (answer === 'stop') on.stop();
  }

  function fail(): void {
    forget();
    on.retry(Math.min(FIRST_RETRY_MS * 2 ** failures++, LAST_RETRY_MS));
  }

  return {
    tell(url, detection) {
      const news = JSON.stringify([url, detection]);
      if (news === told) return false;
      told = news;
      report(url, detection).then(settle, fail);
      return true;
    },
    forget,
  };
}
