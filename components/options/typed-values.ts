/**
 * The location id in what a person pastes: the id itself, or an address of HighLevel's app that names it
 * (`…/v2/location/ve9EPM428h8vShlRW1KT/…`).
 */
export function toLocationId(typed: string): string {
  const text = typed.trim();
  return /\/locations?\/([\w-]+)/.exec(text)?.[1] ?? text;
}

/** Tags written one a line or with commas between them; the first spelling of each is kept. */
export function toTags(typed: string): string[] {
  const seen = new Set<string>();
  return typed
    .split(/[\n,;]/)
    .map((tag) => tag.trim())
    .filter((tag) => {
      const key = tag.toLowerCase();
      if (tag === '' || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** The host of a match pattern, as a person writes it: `https://*.lightning.force.com/*` → `*.lightning.force.com`. */
export function hostOf(pattern: string): string {
  return /^[^:]+:\/\/([^/]+)/.exec(pattern)?.[1] ?? pattern;
}
