/** The part of a CPU profile (`Profiler.stop` of the Chrome DevTools Protocol) that is read here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string; readonly functionName?: string };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  /** Microseconds from one sample to the next. */
  readonly timeDeltas?: readonly number[];
}

/**
 * Milliseconds with a script of this origin anywhere on the stack, what it calls included; `after` the last sample of the
 * function of that name, if one is given.
 */
export function extensionTime({ nodes, samples = [], timeDeltas = [] }: CpuProfile, origin: string, after?: string): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const inside = new Set<number>();
  const enter = (id: number) => {
    inside.add(id);
    for (const child of byId.get(id)?.children ?? []) enter(child);
  };
  for (const { id, callFrame } of nodes) if (callFrame.url.startsWith(origin)) enter(id);
  const mark = after === undefined ? -1 : samples.findLastIndex((id) => byId.get(id)?.callFrame.functionName === after);
  if (after !== undefined && mark < 0) throw new Error(`The profile has no sample of ${after}.`);
  // A sample stands until the next one.
  const microseconds = samples.reduce((sum, id, at) => (at > mark && inside.has(id) ? sum + (timeDeltas[at + 1] ?? 0) : sum), 0);
  return microseconds / 1000;
}
