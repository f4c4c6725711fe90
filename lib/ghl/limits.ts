/** What HighLevel's headers say about the limits. Durations in milliseconds. Source: README of `@gohighlevel/api-client` 3.1. */
export interface Limits {
  /** Requests per interval, shared by everyone at the location. */
  readonly max: number | undefined;
  /** Requests left in this interval. */
  readonly remaining: number | undefined;
  readonly intervalMs: number;
  /** The day's quota is used up. */
  readonly daily: boolean;
  /** Until the day's quota is new; a guess where HighLevel does not say. */
  readonly dailyResetMs: number;
  /** `Retry-After`, which HighLevel does not promise. */
  readonly retryAfterMs: number | undefined;
}

/** HighLevel's burst interval where the headers do not say. */
export const INTERVAL_MS = 10_000;
const DAILY_GUESS_MS = 15 * 60_000;

/** Reads the limits from the headers of any answer. `now`: epoch milliseconds. */
export function readLimits(headers: Headers, now: number): Limits {
  return {
    max: whole(headers.get('X-RateLimit-Max')),
    remaining: whole(headers.get('X-RateLimit-Remaining')),
    intervalMs: whole(headers.get('X-RateLimit-Interval-Milliseconds')) || INTERVAL_MS,
    daily: whole(headers.get('X-RateLimit-Daily-Remaining')) === 0,
    dailyResetMs: whole(headers.get('X-RateLimit-Daily-Reset')) || DAILY_GUESS_MS,
    retryAfterMs: readRetryAfter(headers.get('Retry-After'), now),
  };
}

/** `Retry-After` in seconds or as an HTTP date. */
function readRetryAfter(value: string | null, now: number): number | undefined {
  const seconds = whole(value);
  if (seconds !== undefined) return seconds * 1000;
  const at = Date.parse(value ?? '');
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

function whole(value: string | null): number | undefined {
  return value !== null && /^\s*\d{1,12}\s*$/.test(value) ? Number(value) : undefined;
}
