import { isHTTPError, isTimeoutError } from 'ky';
import { AppFailure } from '@/lib/core/errors.ts';
import { toAnswerError } from './answers.ts';
import type { RequestPlan } from './plan.ts';

/** What was thrown while sending, as an `AppFailure`. `aborted`: the caller gave up. */
export function toFailure(thrown: unknown, plan: RequestPlan, { now, aborted }: { now: number; aborted: boolean }): AppFailure {
  if (thrown instanceof AppFailure) return thrown;
  if (isHTTPError(thrown)) {
    const { status, headers } = thrown.response;
    return new AppFailure(
      toAnswerError({ status, headers, body: parsedIfJson(thrown.data) }, { endpoint: plan.name, scope: plan.scope, now }),
    );
  }
  if (aborted || isTimeoutError(thrown) || (thrown instanceof DOMException && /^(Abort|Timeout)Error$/.test(thrown.name))) {
    return new AppFailure({ code: 'timeout', detail: `${plan.name}: ${aborted ? 'given up' : 'no answer in time'}` });
  }
  // Whatever else `fetch` throws, in any browser's words, is the connection.
  return new AppFailure({ code: 'network', detail: `${plan.name}: ${thrown instanceof Error ? thrown.name : 'thrown'}` });
}

/** ky parses only what is labelled as JSON; HighLevel's gateway does not always label. */
function parsedIfJson(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}
