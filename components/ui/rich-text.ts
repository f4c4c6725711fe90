import { Parser } from 'htmlparser2';
import { createRichTextBuilder, type RichNode } from './rich-text-builder.ts';
import type { RichLoss } from './rich-text-losses.ts';
import { isElementName } from './rich-text-tags.ts';

export interface ParsedRichText {
  readonly children: readonly RichNode[];
  readonly hasBlock: boolean;
  /** Line feeds in the text are its line breaks: nothing else in it breaks lines. */
  readonly keepsLines: boolean;
  /** What the tree does not hold of the original. */
  readonly lost: ReadonlySet<RichLoss>;
}

/** Longer bodies are cut here, with an ellipsis, so that one broken note cannot stall the panel. */
const MAX_CHARS = 200_000;
/** The parser's bookkeeping grows with its depth: past this it is started afresh, which flattens what follows. */
const MAX_PARSER_DEPTH = 1_000;
const CHUNK_CHARS = 8_192;

/**
 * Reads HTML or plain text, whatever it holds, in time linear to its length; never throws. It is pure work on text:
 * nothing of it touches a document. `shown`: what becomes of the text; for showing, characters that hide go.
 */
export function parseRichText(html: string, shown?: (text: string) => string): ParsedRichText {
  const source = html.length > MAX_CHARS ? `${html.slice(0, MAX_CHARS)}…` : html;
  const builder = createRichTextBuilder(shown);
  let reader = createReader(builder, source, 0);
  let at = 0;
  while (at < source.length) {
    const end = Math.min(at + CHUNK_CHARS, source.length);
    reader.write(source.slice(at, end));
    at = end;
    if (builder.depth() <= MAX_PARSER_DEPTH || end === source.length) continue;
    at = reader.finish();
    reader = createReader(builder, source, at);
  }
  builder.text(unfinishedText(source.slice(reader.finish())));
  return builder.finish();
}

function createReader(builder: ReturnType<typeof createRichTextBuilder>, source: string, offset: number) {
  /** Where in `source` the last thing that the parser understood ends. */
  let understood = offset;
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      understood = offset + parser.endIndex + 1;
      builder.open(name, attributes, source.slice(offset + parser.startIndex, understood));
    },
    onclosetag(name, isImplied) {
      if (!isImplied) understood = offset + parser.endIndex + 1;
      builder.close(name, isImplied);
    },
    ontext(text) {
      understood = offset + parser.endIndex + 1;
      builder.text(text);
    },
  });
  return {
    write: (text: string) => parser.write(text),
    /** Closes every element; where reading has to go on. */
    finish(): number {
      parser.end();
      return understood;
    },
  };
}

/** What the parser took for a tag that never ends is text ("if qty<min then call"), unless it looks like a real tag. */
function unfinishedText(tail: string): string {
  const name = /^<([a-z][^\s/>]*)[^>]*$/i.exec(tail)?.[1];
  if (name === undefined) return '';
  return isElementName(name.toLowerCase()) && tail.includes('=') ? '' : tail;
}
