/** When a request was under way; the same clock for both. */
interface Span {
  readonly startedAt: number;
  /** `undefined` while it is being answered. */
  readonly endedAt: number | undefined;
}

/**
 * The most requests of which each began only after the one before had been answered: how many round trips somebody
 * waited for. Waiting in a queue counts, whatever the reason.
 */
export function roundTrips(spans: readonly Span[]): number {
  const byEnd = spans.map(({ startedAt, endedAt = Number.POSITIVE_INFINITY }) => ({ startedAt, endedAt }));
  byEnd.sort((a, b) => a.endedAt - b.endedAt);
  let count = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const { startedAt, endedAt } of byEnd) {
    if (startedAt < lastEnd) continue;
    lastEnd = endedAt;
    count += 1;
  }
  return count;
}
