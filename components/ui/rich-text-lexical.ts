import { $createLinkNode, $isLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type TextFormatType,
} from 'lexical';
import {
  type Inline,
  type ListBlock,
  type ListItem,
  MARKS,
  type Mark,
  type RichDoc,
  type TextBlock,
  type TextKind,
  tidy,
} from './rich-text-doc.ts';
import { safeHref } from './rich-text-tags.ts';

const FORMATS: Readonly<Record<Mark, TextFormatType>> = {
  strong: 'bold',
  em: 'italic',
  u: 'underline',
  s: 'strikethrough',
  code: 'code',
};

/** The editor's nodes for a document; inside an update only. */
export function $nodesOf(doc: RichDoc): ElementNode[] {
  return doc.map((block) => ('items' in block ? $listNode(block) : $blockNode(block.kind).append(...$inlineNodes(block.children))));
}

function $blockNode(kind: TextKind): ElementNode {
  if (kind === 'p') return $createParagraphNode();
  return kind === 'quote' ? $createQuoteNode() : $createHeadingNode(kind);
}

/** A list under an item stands in an item of its own, after it. */
function $listNode({ kind, items }: ListBlock): ListNode {
  const list = $createListNode(kind === 'ol' ? 'number' : 'bullet');
  for (const { children, lists } of items) {
    list.append($createListItemNode().append(...$inlineNodes(children)));
    for (const inner of lists) list.append($createListItemNode().append($listNode(inner)));
  }
  return list;
}

export function $inlineNodes(inlines: readonly Inline[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  for (const inline of inlines) {
    if (inline === 'break') nodes.push($createLineBreakNode());
    else if (inline.href === undefined) nodes.push($textNode(inline));
    else {
      const before = nodes.at(-1);
      const link = before && $isLinkNode(before) && before.getURL() === inline.href ? before : $createLinkNode(inline.href);
      if (link !== before) nodes.push(link);
      link.append($textNode(inline));
    }
  }
  return nodes;
}

function $textNode({ text, marks }: Exclude<Inline, 'break'>): LexicalNode {
  const node = $createTextNode(text);
  for (const mark of marks) node.toggleFormat(FORMATS[mark]);
  return node;
}

/** What the editor holds, as a document; inside a read or an update only. */
export function $toDoc(): RichDoc {
  const doc = $getRoot()
    .getChildren()
    .map((node) => ($isListNode(node) ? $toList(node) : $toBlock(node)));
  const [only] = doc;
  // An editor is never without a paragraph to write in.
  return doc.length === 1 && only?.kind === 'p' && 'children' in only && only.children.length === 0 ? [] : doc;
}

function $toBlock(node: LexicalNode): TextBlock {
  const kind = $isHeadingNode(node) ? node.getTag() : $isQuoteNode(node) ? 'quote' : 'p';
  return { kind, children: $toInlines(node) };
}

function $toList(list: ListNode): ListBlock {
  const items: ListItem[] = [];
  for (const node of list.getChildren()) {
    const inner = $isListItemNode(node) ? node.getChildren().filter($isListNode) : [];
    const before = items.at(-1);
    if (inner.length === 0) items.push({ children: $toInlines(node), lists: [] });
    else
      items.splice(before ? -1 : 0, before ? 1 : 0, {
        children: before?.children ?? [],
        lists: [...(before?.lists ?? []), ...inner.map($toList)],
      });
  }
  return { kind: list.getListType() === 'number' ? 'ol' : 'ul', items };
}

function $toInlines(node: LexicalNode): readonly Inline[] {
  return tidy($isElementNode(node) ? node.getChildren().flatMap((child) => $inlinesOf(child, undefined)) : [], 'keep');
}

function $inlinesOf(node: LexicalNode, href: string | undefined): Inline[] {
  if ($isLineBreakNode(node)) return ['break'];
  if ($isTextNode(node)) {
    const marks = MARKS.filter((mark) => node.hasFormat(FORMATS[mark]));
    return [{ text: node.getTextContent(), marks, ...(href === undefined ? {} : { href }) }];
  }
  if (!$isElementNode(node)) return [];
  const inner = $isLinkNode(node) ? safeHref(node.getURL()) : href;
  return node.getChildren().flatMap((child) => $inlinesOf(child, inner));
}
