/** What HTML can say and our tree of allowed elements, and so an editor over it, does not keep. */
export type RichLoss = 'table' | 'media' | 'link' | 'look' | 'other';

function each(names: string, loss: RichLoss): [string, RichLoss][] {
  return names.split(' ').map((name) => [name, loss]);
}

const LOSSES: ReadonlyMap<string, RichLoss> = new Map([
  ...each('table tr td th', 'table'),
  ...each('img image picture svg video audio canvas iframe object embed map', 'media'),
  ...each('font mark sub sup small big', 'look'),
  ...each('hr pre listing dl input select textarea button progress meter details math', 'other'),
]);

/** What a person sees of a style; distances and the like are the page's own business. */
const SEEN_STYLE = /(?:^|[;\s])(?:color|background(?:-color)?|font(?:-size|-family|-weight|-style)?|text-align|text-decoration)\s*:/i;

/** What would be lost of an element by name and attributes. Scripts and the like are no loss. */
export function lossIn(name: string, attributes: Readonly<Record<string, string>>): RichLoss | undefined {
  const loss = LOSSES.get(name);
  if (loss) return loss;
  if (SEEN_STYLE.test(attributes.style?.slice(0, 2_000) ?? '') || attributes.align !== undefined) return 'look';
  return name === 'ol' && (attributes.start !== undefined || attributes.type !== undefined) ? 'other' : undefined;
}
