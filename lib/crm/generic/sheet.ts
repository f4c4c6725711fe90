import type { CrmPage } from '../adapter.ts';
import type { PageDom } from '../dom.ts';
import type { Found } from '../engine.ts';
import { type Leaf, type Part, readOutline } from './outline.ts';
import { ownValues } from './own.ts';
import { findPairs, type Pair } from './pairs.ts';
import { isNameLike, sharesWord } from './patterns.ts';

/** The part of a page that shows one record, as it can be read whatever it is built of. */
export interface Sheet {
  /** Everything, also what is of other people. */
  readonly all: readonly Leaf[];
  readonly leaves: readonly Leaf[];
  readonly pairs: readonly Pair[];
  /** The leaf that seems to name the record: its only highest heading, else its only largest text. */
  readonly heading: Leaf | undefined;
  /** The heading and the texts right below it, up to the next heading, label or list. */
  readonly head: readonly Leaf[];
  /** What names the record: labels, else the heading if it may be a name. */
  readonly name: string;
  /** Whether the document's title names it too. */
  readonly isTitled: boolean;
  /** Whether a label or the title says that this is a name, not the place of the text alone. */
  readonly isNamed: boolean;
  /** Two names that have nothing in common: whose the rest is cannot be told. */
  readonly isCrowded: boolean;
}

/** What is read where it cannot be told which part of the page counts. */
export const DOUBT: Sheet = {
  all: [],
  leaves: [],
  pairs: [],
  heading: undefined,
  head: [],
  name: '',
  isTitled: false,
  isNamed: false,
  isCrowded: true,
};

/** How many texts a head has: a name, a role, a company, an address, a number. */
const HEAD = 6;

export function readSheet(dom: PageDom, scope: Element, { document: { title }, staleTitle }: CrmPage): Sheet {
  const all = readOutline(scope, ownValues(dom, scope));
  const allPairs = findPairs(all);
  const others = new Set(allPairs.flatMap((pair) => (pair.key === 'other' ? leavesOfOthers(all, pair) : [])));
  const leaves = all.filter((leaf) => !others.has(leaf));
  const pairs = allPairs.filter(({ at }) => !others.has(at));
  const titles = title === staleTitle ? [] : title.split(/\s+[|–—·•:-]\s+/);
  const headings = headingsOf(leaves, titles);
  const heading = headings.length > 1 ? undefined : headings[0];
  const [named, ...more] = namesIn(pairs);
  const isTitled = titles.includes(heading?.text ?? ' ');
  // Somebody under "Owner" whose name is as large as the record's may be another record that begins with its owner.
  const isRival = [...others].some(({ level, text }) => level < 9 && level === heading?.level && isNameLike(text));
  const isTwo = heading && named && !sharesWord(heading.text, named.value) && !titles.includes(named.value);
  return {
    all,
    leaves,
    pairs,
    heading,
    head: heading ? headOf(heading, leaves) : [],
    name: named?.value ?? (heading && isNameLike(heading.text) ? heading.text : ''),
    isTitled,
    isNamed: isTitled || named !== undefined,
    isCrowded: headings.length > 1 || more.length > 0 || isTwo === true || isRival || isTool(all),
  };
}

/** Whether what is shown is a tool, by its first heading, or one of the user's own mailboxes, by its fields. */
export function isTool(leaves: readonly Leaf[]): boolean {
  return leaves.find(({ level }) => level < 9)?.key === 'tool' || leaves.some(({ key }) => key === 'mailbox');
}

/** What stands under "Owner", "From" and the like: the rest of its box if it comes first there and the box is small, else what follows it up to the next field. */
function leavesOfOthers(leaves: readonly Leaf[], { at, values }: Pair): readonly Leaf[] {
  let part: Part = at;
  while (part.up?.up && part.up.from === at.from && part.up.to - at.from <= HEAD + 2 && !part.element.matches('dt,th')) part = part.up;
  const rest = leaves.slice(part.to, part.up?.to);
  const end = rest.findIndex(({ level, key }) => (at.level < 9 ? level <= at.level : level < 9 || key));
  return [...leaves.slice(part.from, part.to), ...(end < 0 ? rest : rest.slice(0, end)), ...values];
}

/** The leaves that may name the record: those of the highest rank, the title's alone if it names one; else the one in largest letters. */
function headingsOf(leaves: readonly Leaf[], titles: readonly string[]): readonly Leaf[] {
  const possible = leaves.filter(({ kind, text, email, phone }) => kind === 'text' && (isNameLike(text) || email[0] || phone[0]));
  const rank = Math.min(...possible.map(({ level }) => level));
  // A heading of higher rank that comes later is of something else: then there are two.
  const top =
    rank < 9
      ? possible.filter(({ level }, at) => level === rank || possible.findIndex((one) => one.level < 9) === at)
      : largest(possible.slice(0, HEAD));
  const distinct = top.filter(({ text }, at) => top.findIndex((other) => other.text === text) === at);
  const titled = distinct.filter(({ text }) => titles.includes(text));
  return titled.length === 1 ? titled : distinct;
}

function largest(leaves: readonly Leaf[]): readonly Leaf[] {
  const sizes = leaves.map(({ element }) => Number.parseFloat(getComputedStyle(element).fontSize) || 0);
  const most = Math.max(...sizes);
  return sizes.some((size) => size < most) ? leaves.filter((_leaf, at) => sizes[at] === most) : [];
}

function headOf(heading: Leaf, leaves: readonly Leaf[]): readonly Leaf[] {
  const head = leaves.slice(leaves.indexOf(heading)).slice(0, HEAD);
  const end = head.findIndex(({ level, text, key, element }) => text !== heading.text && (level < 9 || key || element.closest('li,tr')));
  return end < 0 ? head : head.slice(0, end);
}

/** What the labels of a name say, of a whole name or of its two halves; each name once. */
export function namesIn(pairs: readonly Pair[]): readonly Found[] {
  const [names, firsts, lasts] = (['name', 'first', 'last'] as const).map((key) => textsIn(pairs, key));
  const [first] = firsts?.length ? firsts : (names ?? []);
  const [last] = lasts?.length ? lasts : (names ?? []);
  const isWhole = !first || !last || first.value.includes(last.value);
  const halves = isWhole ? (first ?? last) : { ...first, value: `${first.value} ${last.value}` };
  return [...(halves ? [halves] : []), ...[names, firsts, lasts].flatMap((found) => found?.slice(1) ?? [])];
}

/** The different texts beside a label; where it has several texts beside it, they are more than the value. */
export function textsIn(pairs: readonly Pair[], key: Pair['key']): readonly Found[] {
  const found = pairs.flatMap(({ label, values: [leaf, ...more], key: own }) => {
    const isText = own === key && leaf && !more.length && leaf.kind !== 'link' && /^[^{}*•@]*\p{L}[^{}*•@]*$/u.test(leaf.text);
    return isText ? [{ value: leaf.text, label }] : [];
  });
  return found.filter(({ value }, at) => found.findIndex((other) => other.value === value) === at);
}
