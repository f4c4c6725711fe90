/** HighLevel's documented limits: 100 in 10 s and 200,000 a day, per app and location. */
export interface RateLimit {
  readonly max: number;
  readonly intervalMs: number;
  readonly daily: number;
}

const documentedLimit: RateLimit = { max: 100, intervalMs: 10_000, daily: 200_000 };

export interface RateLimiter {
  /** Counts a request of `bucket`; `headers` go with the answer, allowed or not. */
  readonly take: (bucket: string) => { readonly allowed: boolean; readonly headers: Readonly<Record<string, string>> };
  readonly set: (limit: Partial<RateLimit>) => void;
  /** Documented limits again, nothing counted. */
  readonly reset: () => void;
}

const day = 86_400_000;

export function createRateLimiter(now: () => number): RateLimiter {
  let limit = documentedLimit;
  const buckets = new Map<string, { since: number; used: number; dayStart: number; usedToday: number }>();
  return {
    take(name) {
      const time = now();
      const bucket = buckets.get(name) ?? { since: time, used: 0, dayStart: time, usedToday: 0 };
      buckets.set(name, bucket);
      if (time - bucket.since >= limit.intervalMs) Object.assign(bucket, { since: time, used: 0 });
      if (time - bucket.dayStart >= day) Object.assign(bucket, { dayStart: time, usedToday: 0 });
      const allowed = bucket.used < limit.max && bucket.usedToday < limit.daily;
      if (allowed) Object.assign(bucket, { used: bucket.used + 1, usedToday: bucket.usedToday + 1 });
      const headers = {
        'X-RateLimit-Max': String(limit.max),
        'X-RateLimit-Remaining': String(limit.max - bucket.used),
        'X-RateLimit-Interval-Milliseconds': String(limit.intervalMs),
        'X-RateLimit-Limit-Daily': String(limit.daily),
        'X-RateLimit-Daily-Remaining': String(limit.daily - bucket.usedToday),
        // Milliseconds left, not a date.
        'X-RateLimit-Daily-Reset': String(bucket.dayStart + day - time),
      };
      return { allowed, headers };
    },
    set(next) {
      limit = { ...limit, ...next };
      buckets.clear();
    },
    reset() {
      limit = documentedLimit;
      buckets.clear();
    },
  };
}
