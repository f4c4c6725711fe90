/** Words that stand before (or, in Japanese, after) a name; CRMs show them in headings, HighLevel keeps none. */
const SALUTATION = /^(?:\p{L}{1,5}\.|mr|ms|mrs|mx|dr|prof|herr|frau|m|mme|mlle|sr|sra|srta|dott|pan|pani|様|さん)$/iu;

/** The name without its salutations; one that is nothing else stays as it is. */
export function withoutSalutation(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const bare = words.filter((word) => !SALUTATION.test(word));
  return (bare.length > 0 ? bare : words).join(' ');
}

/** The words two renderings of a name are compared by: whatever the case, the accents, the order and the punctuation. */
export function nameWords(name: string): readonly string[] {
  const plain = withoutSalutation(name).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])];
}
