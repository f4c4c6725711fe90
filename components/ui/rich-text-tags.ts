/** The kinds of element that rich text is rendered as; everything else is dropped or flattened into these. */
export type RichTag =
  | 'p'
  | 'heading'
  | 'br'
  | 'strong'
  | 'em'
  | 'u'
  | 's'
  | 'ul'
  | 'ol'
  | 'li'
  | 'a'
  | 'blockquote'
  | 'code'
  | 'pre'
  | 'row'
  | 'cell';

function tags(names: string): readonly string[] {
  return names.split(' ');
}

function each(names: string, as: RichTag): [string, RichTag][] {
  return tags(names).map((name) => [name, as]);
}

/** HTML element name → what it is rendered as. */
export const RENDERED: ReadonlyMap<string, RichTag> = new Map([
  ...each('p div section article address header footer main nav aside figure figcaption details summary center dl dt dd', 'p'),
  ...each('table caption form fieldset legend option', 'p'),
  ...each('h1 h2 h3 h4 h5 h6', 'heading'),
  ...each('b strong', 'strong'),
  ...each('i em cite dfn var', 'em'),
  ...each('u ins', 'u'),
  ...each('s strike del', 's'),
  ...each('code kbd samp tt', 'code'),
  ...each('pre listing', 'pre'),
  ...each('ul menu dir', 'ul'),
  ...each('tr', 'row'),
  ...each('td th', 'cell'),
  ...each('br hr', 'br'),
  ...each('ol', 'ol'),
  ...each('li', 'li'),
  ...each('a', 'a'),
  ...each('blockquote', 'blockquote'),
]);

/** Elements that start their own line: what holds one is not a paragraph. */
export const BLOCKS: ReadonlySet<RichTag> = new Set(['p', 'heading', 'ul', 'ol', 'li', 'blockquote', 'pre', 'row'] as const);

/** Elements whose content is not text for people: dropped with everything in them. */
export const DROPPED: ReadonlySet<string> = new Set(
  tags('script style iframe object embed applet svg math template noscript noembed noframes head'),
);

/** Elements of HTML, past and present, that are left out while the text in them stays. */
const TRANSPARENT: ReadonlySet<string> = new Set(
  tags(
    'html body title meta link base span font small big sub sup mark q abbr acronym time data bdi bdo ruby rt rp rb rtc wbr nobr label button input select optgroup textarea datalist output meter progress ' +
      'thead tbody tfoot col colgroup img image picture source map area audio video track canvas dialog search hgroup slot param frame frameset marquee blink bgsound basefont spacer xmp plaintext portal keygen command isindex',
  ),
);

/**
 * Whether a tag name is one of HTML's or of another dialect (`o:p` of Word, `x-thing`). Others are mostly no tags at all:
 * "Maria <maria@bayside.test>" in a pasted mail header.
 */
export function isElementName(name: string): boolean {
  return RENDERED.has(name) || DROPPED.has(name) || TRANSPARENT.has(name) || /^[a-z]\w*[:-][\w:-]+$/.test(name);
}

const SAFE_PROTOCOLS: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/**
 * The address of a link when it is absolute and of a harmless kind, normalised as the browser would; otherwise
 * `undefined`. Addresses with a name before the host (`https://bank.example@evil.example`) are refused: they deceive.
 */
export function safeHref(raw: string | undefined): string | undefined {
  if (raw === undefined || raw.length > 4_000 || !URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  return SAFE_PROTOCOLS.has(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined;
}
