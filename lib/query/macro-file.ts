import type { Macro } from '@/lib/macros/macro.ts';
import { macros } from '@/lib/storage/macro-schema.ts';

/** What a file holds: macros, or why it holds none, a line for each problem. */
export type MacroFile = { readonly macros: readonly Macro[] } | { readonly problems: readonly string[] };

/** A file of macros that somebody made or exported. Never throws. */
export function parseMacros(text: string): MacroFile {
  const parsed = macros.safeParse(parseJson(text));
  if (parsed.success) return { macros: parsed.data };
  return { problems: parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Macros as a file that `parseMacros` reads. */
export function writeMacros(list: readonly Macro[]): string {
  return `${JSON.stringify(list, null, 2)}\n`;
}

/**
 * Macros with others taken in: one of the same id or, failing that, of the same name is replaced in its place, the rest
 * come after. A key that is taken already stays with whom it has.
 */
export function mergeMacros(own: readonly Macro[], taken: readonly Macro[]): readonly Macro[] {
  return taken.reduce<readonly Macro[]>((all, macro) => {
    const at = all.findIndex(({ id, name }) => id === macro.id || name.toLowerCase() === macro.name.toLowerCase());
    const others = all.filter((_other, index) => index !== at);
    const { key, ...keyless } = macro;
    const kept = key !== undefined && others.some((other) => other.key === key) ? keyless : macro;
    return at < 0 ? all.concat(kept) : all.with(at, kept);
  }, own);
}
