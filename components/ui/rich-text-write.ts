import { type Inline, type ListBlock, MARKS, type RichDoc, type TextBlock } from './rich-text-doc.ts';

/** A document as HTML of the few elements it is made of; every letter of its text is escaped that HTML would read. */
export function writeRichDoc(doc: RichDoc): string {
  return doc
    .map((block, index) => {
      if ('items' in block) return listHtml(block);
      return block.kind === 'quote' ? quoteHtml(block, doc[index - 1], doc[index + 1]) : blockHtml(block.kind, block);
    })
    .join('');
}

/** Neighbouring lines of a quote are one quote. */
function quoteHtml(block: TextBlock, before: RichDoc[number] | undefined, after: RichDoc[number] | undefined): string {
  const open = before?.kind === 'quote' ? '' : '<blockquote>';
  const close = after?.kind === 'quote' ? '' : '</blockquote>';
  return open + blockHtml('p', block) + close;
}

function blockHtml(tag: string, { children }: { readonly children: readonly Inline[] }): string {
  return `<${tag}>${inlineHtml(children)}</${tag}>`;
}

function listHtml({ kind, items }: ListBlock): string {
  const inner = items.map(({ children, lists }) => {
    const text = children.length === 0 && lists.length > 0 ? '' : inlineHtml(children, lists.length > 0);
    return `<li>${text}${lists.map(listHtml).join('')}</li>`;
  });
  return `<${kind}>${inner.join('')}</${kind}>`;
}

/** A line that ends empty needs a break for its height. `isFollowed`: by a block in the same element. */
function inlineHtml(inlines: readonly Inline[], isFollowed = false): string {
  const isOpen = inlines.length === 0 ? !isFollowed : inlines.at(-1) === 'break';
  return inlines.map((inline, index) => oneHtml(inline, inlines[index - 1], inlines[index + 1])).join('') + (isOpen ? '<br>' : '');
}

function oneHtml(inline: Inline, before: Inline | undefined, after: Inline | undefined): string {
  if (inline === 'break') return '<br>';
  const marks = MARKS.filter((mark) => inline.marks.includes(mark));
  const text = marks.reduceRight((inner, mark) => `<${mark}>${inner}</${mark}>`, escaped(inline.text));
  if (inline.href === undefined) return text;
  const open = hrefOf(before) === inline.href ? '' : `<a href="${escaped(inline.href)}">`;
  return open + text + (hrefOf(after) === inline.href ? '' : '</a>');
}

function hrefOf(inline: Inline | undefined): string | undefined {
  return inline === undefined || inline === 'break' ? undefined : inline.href;
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\u00a0': '&nbsp;' };

function escaped(text: string): string {
  return text.replace(/[&<>"\u00a0]/g, (letter) => ESCAPED[letter] ?? letter);
}
