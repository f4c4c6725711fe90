import { displayText } from '@/lib/core/display-text.ts';
import { lossIn, type RichLoss } from './rich-text-losses.ts';
import { BLOCKS, DROPPED, isElementName, RENDERED, type RichTag, safeHref } from './rich-text-tags.ts';

export type RichNode = string | RichElement;

/** An allowed element. The only attribute that survives is a checked `href`. */
export interface RichElement {
  readonly tag: RichTag;
  readonly href?: string;
  /** Of a heading, 1 to 6. */
  readonly level?: number;
  readonly children: RichNode[];
  /** Holds something that starts its own line, at any depth. */
  hasBlock: boolean;
}

/** Deeper elements, and elements past this number, lose their formatting, not their text. */
const MAX_DEPTH = 40;
const MAX_ELEMENTS = 5_000;

interface Level {
  readonly element: RichElement;
  /** A tag that nobody knows stays as text at this index until its end tag proves that it was a tag. */
  readonly literalAt?: number;
}

type Attributes = Readonly<Record<string, string>>;

/**
 * Turns the parser's balanced open and close events into a tree of allowed elements. `shown`: what becomes of the text;
 * for showing, characters that hide go.
 */
export function createRichTextBuilder(shown: (text: string) => string = displayText) {
  const root: RichElement = { tag: 'p', children: [], hasBlock: false };
  const levels: Level[] = [{ element: root }];
  let dropping = 0;
  let elements = 0;
  let breaksLines = false;
  const lost = new Set<RichLoss>();

  const current = (): RichElement => levels.at(-1)?.element ?? root;
  const isInLink = (): boolean => levels.some(({ element }) => element.tag === 'a');

  function openFlat(separator = ''): void {
    current().children.push(separator);
    levels.push({ element: current() });
  }

  function openRendered(name: string, wanted: RichTag, attributes: Attributes): void {
    const tag = wanted === 'cell' && current().tag !== 'row' ? 'p' : wanted;
    const startsLine = BLOCKS.has(tag) || tag === 'br';
    if (startsLine) breaksLines = true;
    const isTooMuch = elements >= MAX_ELEMENTS || levels.length > MAX_DEPTH;
    const href = tag === 'a' && !isTooMuch && !isInLink() ? safeHref(attributes.href) : undefined;
    if (isTooMuch || (tag === 'a' && href === undefined)) {
      if (isTooMuch || attributes.href !== undefined) lost.add(isTooMuch ? 'other' : 'link');
      openFlat(isTooMuch && startsLine ? ' ' : '');
      return;
    }
    elements += 1;
    if (BLOCKS.has(tag)) for (const level of levels) level.element.hasBlock = true;
    const element: RichElement = { tag, children: [], hasBlock: false, ...(href && { href }), ...(tag === 'heading' && levelOf(name)) };
    current().children.push(element);
    levels.push({ element });
  }

  function openUnknown(name: string, attributes: Attributes, source: string): void {
    // Word characters with values behind them are some unknown tag; an address ("<https://…?x=1>") is none.
    const isTag = isElementName(name) || (/^\w+$/.test(name) && Object.values(attributes).some(Boolean));
    const literalAt = current().children.push(isTag ? '' : source) - 1;
    levels.push({ element: current(), literalAt });
  }

  return {
    depth: () => levels.length,
    /** `source` is the tag as it was written. */
    open(name: string, attributes: Attributes, source: string): void {
      const tag = RENDERED.get(name);
      const loss = lossIn(name, attributes);
      if (loss) lost.add(loss);
      if (DROPPED.has(name)) dropping += 1;
      if (dropping > 0) openFlat();
      else if (tag) openRendered(name, tag, attributes);
      else openUnknown(name, attributes, source);
    },
    close(name: string, isImplied: boolean): void {
      if (DROPPED.has(name)) dropping -= 1;
      const level = levels.pop();
      if (level?.literalAt !== undefined && !isImplied) level.element.children[level.literalAt] = '';
    },
    text(text: string): void {
      if (dropping === 0) current().children.push(text);
    },
    /**
     * `keepsLines`: line feeds in the text are its line breaks, because nothing else in it breaks lines. `lost`: what the
     * tree does not hold of the original.
     */
    finish: () => ({ children: joinTexts(root.children, shown), hasBlock: root.hasBlock, keepsLines: !breaksLines, lost }),
  };
}

function levelOf(name: string): { level: number } {
  return { level: Number(name.slice(1)) };
}

/** Neighbouring pieces of text become one, made fit to be shown; empty ones go. */
function joinTexts(nodes: readonly RichNode[], shown: (text: string) => string): RichNode[] {
  const joined: RichNode[] = [];
  let pieces: string[] = [];
  const flush = () => {
    const text = shown(pieces.join(''));
    if (text !== '') joined.push(text);
    pieces = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string') pieces.push(node);
    else {
      flush();
      joined.push({ ...node, children: joinTexts(node.children, shown) });
    }
  }
  flush();
  return joined;
}
