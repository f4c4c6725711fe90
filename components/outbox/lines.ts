import type { OutboxEntry } from '@/lib/outbox/entry.ts';

/** One act of the person: a write, or several that were made together. */
export interface Line {
  readonly key: string;
  readonly entries: readonly [OutboxEntry, ...OutboxEntry[]];
  /** The group's name; `undefined` for a write by itself. */
  readonly name: string | undefined;
}

/** Entries as the acts they belong to, the newest act first. */
export function linesOf(entries: readonly OutboxEntry[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    const key = entry.group?.id ?? entry.opId;
    const before = lines.get(key)?.entries;
    lines.set(key, { key, name: entry.group?.name, entries: before === undefined ? [entry] : [...before, entry] });
  }
  return [...lines.values()].sort((a, b) => newest(b) - newest(a));
}

function newest({ entries }: Line): number {
  return Math.max(...entries.map(({ seq }) => seq));
}
