/** A colour that is always the same for a location: HighLevel gives none. */
export function locationColour(locationId: string): string {
  let hash = 0;
  for (const character of locationId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return `hsl(${hash} 62% 48%)`;
}

/** Up to two letters that stand for a location's name. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? '')].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}
