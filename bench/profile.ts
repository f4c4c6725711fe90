/** The part of a CPU profile (`Profiler.stop` of the Chrome DevTools Protocol) that is read here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  /** Microseconds from one sample to the next. */
  readonly timeDeltas?: readonly number[];
}

/** Milliseconds with a script of this origin anywhere on the stack, what it calls included. */
export function extensionTime({ nodes, samples = [], timeDeltas = [] }: CpuProfile, origin: string): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const inside = new Set<number>();
  const enter = (id: number) => {
    inside.add(id);
    for (const child of byId.get(id)?.children ?? []) enter(child);
  };
  for (const { id, callFrame } of nodes) if (callFrame.url.startsWith(origin)) enter(id);
  // A sample stands until the next one.
  const microseconds = samples.reduce((sum, id, at) => (inside.has(id) ? sum + (timeDeltas[at + 1] ?? 0) : sum), 0);
  return microseconds / 1000;
}
