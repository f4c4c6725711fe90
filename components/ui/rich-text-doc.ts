/** How letters can look, in the order in which they are written: the first is the outermost. */
export const MARKS = ['strong', 'em', 'u', 's', 'code'] as const;
export type Mark = (typeof MARKS)[number];

/** Text of one look, or a line break. `href`: the checked address of the link it belongs to. */
export type Inline = { readonly text: string; readonly marks: readonly Mark[]; readonly href?: string } | 'break';

export type TextKind = 'p' | 'quote' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

export interface TextBlock {
  readonly kind: TextKind;
  readonly children: readonly Inline[];
}

export interface ListBlock {
  readonly kind: 'ul' | 'ol';
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly children: readonly Inline[];
  /** Lists under the item's own text. */
  readonly lists: readonly ListBlock[];
}

/**
 * All the formatting that a note's editor can hold, as plain data. Between two letters there is at most one blank, and none
 * at the ends of a line: further ones are non-breaking, as HTML would show no others.
 */
export type RichDoc = readonly (TextBlock | ListBlock)[];

/** A block's content in its one form: neighbours of one look are one, marks in order, nothing empty, blanks as HTML shows them. */
export function tidy(inlines: readonly Inline[], blanks: 'collapse' | 'keep'): readonly Inline[] {
  const lines = splitLines(inlines).map((line) => tidyLine(line, blanks));
  return lines.flatMap((line, index) => (index === 0 ? line : ['break' as const, ...line]));
}

type Run = Exclude<Inline, 'break'>;

function splitLines(inlines: readonly Inline[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const inline of inlines) {
    if (inline === 'break') lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines;
}

const BLANK = /[ \t\n\r\f]/;
const NON_BREAKING = '\u00a0';

function tidyLine(runs: readonly Run[], blanks: 'collapse' | 'keep'): Run[] {
  let isAfterBlank = true;
  const spaced = joined(
    runs.map((run) => {
      let text = '';
      for (const letter of run.text) {
        const isBlank = BLANK.test(letter);
        if (!isBlank) text += letter;
        else if (!isAfterBlank) text += ' ';
        else if (blanks === 'keep') text += NON_BREAKING;
        isAfterBlank = isBlank && (blanks === 'collapse' || !isAfterBlank);
      }
      return { ...run, text };
    }),
  );
  const last = spaced.at(-1);
  if (!last?.text.endsWith(' ')) return spaced;
  return joined([...spaced.slice(0, -1), { ...last, text: last.text.slice(0, -1) + (blanks === 'keep' ? NON_BREAKING : '') }]);
}

function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const { text, marks, href } of runs) {
    if (text === '') continue;
    const run: Run = { text, marks: MARKS.filter((mark) => marks.includes(mark)), ...(href === undefined ? {} : { href }) };
    const before = all.at(-1);
    if (before && isSameLook(before, run)) all[all.length - 1] = { ...before, text: before.text + run.text };
    else all.push(run);
  }
  return all;
}

function isSameLook(a: Run, b: Run): boolean {
  return a.href === b.href && a.marks.join() === b.marks.join();
}

/** Neighbouring lists of one kind as the one list that they read as. */
export function joinLists<B extends TextBlock | ListBlock>(blocks: readonly B[]): readonly B[] {
  const all: B[] = [];
  for (const block of blocks) {
    const before = all.at(-1);
    if (before && 'items' in before && 'items' in block && before.kind === block.kind) {
      all[all.length - 1] = { ...before, items: [...before.items, ...block.items] };
    } else all.push(block);
  }
  return all;
}
