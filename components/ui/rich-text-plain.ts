import type { Inline, ListBlock, RichDoc } from './rich-text-doc.ts';
import { readRichDoc } from './rich-text-read.ts';

/** A body from HighLevel as text: a line for each of its lines, "- " before each item of a list. */
export function plainText(html: string): string {
  const { doc, plain } = readRichDoc(html);
  return plain ?? docText(doc);
}

/** The beginning of a body on one line. */
export function excerptOf(html: string, most = 80): string {
  // Tags come on top of the text, so more is read than kept; a note of a megabyte is not read whole for its first words.
  const line = plainText(html.slice(0, most * 50))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

function docText(doc: RichDoc): string {
  return doc.map((block) => ('items' in block ? listText(block, '') : inlineText(block.children, ''))).join('\n');
}

function listText({ items }: ListBlock, indent: string): string {
  return items
    .map(({ children, lists }) =>
      [`${indent}- ${inlineText(children, `${indent}  `)}`, ...lists.map((list) => listText(list, `${indent}  `))].join('\n'),
    )
    .join('\n');
}

function inlineText(inlines: readonly Inline[], indent: string): string {
  return inlines.map((inline) => (inline === 'break' ? `\n${indent}` : inline.text.replaceAll('\u00a0', ' '))).join('');
}
