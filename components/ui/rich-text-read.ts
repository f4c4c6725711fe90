import { parseRichText } from './rich-text.ts';
import type { RichElement, RichNode } from './rich-text-builder.ts';
import {
  type Inline,
  joinLists,
  type ListBlock,
  type ListItem,
  type Mark,
  type RichDoc,
  type TextBlock,
  type TextKind,
  tidy,
} from './rich-text-doc.ts';
import type { RichLoss } from './rich-text-losses.ts';

export interface RichReading {
  readonly doc: RichDoc;
  /** The text as it was typed, when there is nothing but text. */
  readonly plain: string | undefined;
  /** What of the original is not in `doc`. */
  readonly lost: ReadonlySet<RichLoss>;
}

/** Reads HTML or plain text into what an editor can hold; what that is not, is left out or flattened, and named. */
export function readRichDoc(html: string): RichReading {
  const { children, keepsLines, lost } = parseRichText(html, (text) => text.replace(/\r\n?/g, '\n'));
  const [only, ...others] = children;
  const isPlain = others.length === 0 && (only === undefined || typeof only === 'string');
  const walk = createWalk(keepsLines);
  walk.all(children, { marks: [], href: undefined, kind: 'p' });
  return { doc: walk.finish(), plain: isPlain ? ((only as string | undefined) ?? '') : undefined, lost };
}

/** What the elements around a node make of it. */
interface Around {
  readonly marks: readonly Mark[];
  readonly href: string | undefined;
  readonly kind: TextKind;
}

function createWalk(keepsLines: boolean) {
  const blocks: (TextBlock | ListBlock)[] = [];
  let inlines: Inline[] = [];

  /** Ends the block that is being read; `kind`: that of the block. */
  function end(kind: TextKind): void {
    const children = withoutPlaceholder(tidy(inlines, 'collapse'));
    // An empty line stands there for its break; an empty element shows nothing.
    if (inlines.includes('break') || children.length > 0) blocks.push({ kind, children });
    inlines = [];
  }

  function all(nodes: readonly RichNode[], around: Around): void {
    for (const node of nodes) {
      if (typeof node === 'string') inlines.push(...asInlines(node, around, keepsLines));
      else element(node, around);
    }
  }

  function element(node: RichElement, around: Around): void {
    const inner = aroundIn(node, around);
    if (node.tag === 'br') inlines.push('break');
    else if (node.tag === 'ul' || node.tag === 'ol') {
      end(around.kind);
      blocks.push(listOf(node, inner, keepsLines));
    } else if (isInline(node)) all(node.children, inner);
    else {
      end(around.kind);
      all(separated(node), inner);
      end(inner.kind);
    }
  }

  return {
    all,
    finish(): RichDoc {
      end('p');
      return joinLists(blocks);
    },
  };
}

function aroundIn({ tag, href, level = 1 }: RichElement, around: Around): Around {
  switch (tag) {
    case 'strong':
    case 'em':
    case 'u':
    case 's':
    case 'code':
      return { ...around, marks: [...around.marks, tag] };
    case 'a':
      return { ...around, href };
    case 'heading':
      // The parser names headings by their element, so it is one of six.
      return { ...around, kind: `h${level}` as TextKind };
    case 'blockquote':
      return { ...around, kind: 'quote' };
    default:
      return around;
  }
}

function isInline({ tag }: RichElement): boolean {
  return ['strong', 'em', 'u', 's', 'code', 'a'].includes(tag);
}

/** A table's row is one line. */
function separated({ tag, children }: RichElement): readonly RichNode[] {
  if (tag !== 'row') return children;
  const cells = children.filter((node) => typeof node !== 'string' || node.trim() !== '');
  return cells.flatMap((cell, index) => [...(index > 0 ? [' · '] : []), ...(typeof cell === 'string' ? [cell] : cell.children)]);
}

function asInlines(text: string, { marks, href }: Around, keepsLines: boolean): Inline[] {
  const run = (part: string): Inline => ({ text: part, marks, ...(href === undefined ? {} : { href }) });
  if (!keepsLines) return [run(text)];
  return text.split('\n').flatMap((line, index) => (index === 0 ? [run(line)] : ['break' as const, run(line)]));
}

/** The break that ends a line shows nothing: it is there so that an empty line has its height. */
function withoutPlaceholder(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.at(-1) === 'break' ? inlines.slice(0, -1) : inlines;
}

function listOf(list: RichElement, around: Around, keepsLines: boolean): ListBlock {
  const items: ListItem[] = [];
  for (const node of list.children) {
    if (typeof node === 'string' && node.trim() === '') continue;
    const isItem = typeof node !== 'string' && node.tag === 'li';
    items.push(itemOf(isItem ? node.children : [node], around, keepsLines));
  }
  return { kind: list.tag === 'ol' ? 'ol' : 'ul', items };
}

/** An item is lines of text, then the lists under it: blocks in it become lines. */
function itemOf(nodes: readonly RichNode[], around: Around, keepsLines: boolean): ListItem {
  const walk = createWalk(keepsLines);
  walk.all(nodes, { ...around, kind: 'p' });
  const blocks = walk.finish();
  const texts = blocks.filter((block) => 'children' in block);
  const children = texts.flatMap((block, index) => (index === 0 ? block.children : ['break' as const, ...block.children]));
  return { children, lists: joinLists(blocks.filter((block) => 'items' in block)) };
}
