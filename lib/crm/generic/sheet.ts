import type { CrmPage } from '../adapter.ts';
import type { PageDom } from '../dom.ts';
import type { Found } from '../engine.ts';
import { fold, labelKey } from './labels.ts';
import { type Leaf, readOutline } from './outline.ts';
import { ownValues } from './own.ts';
import { findPairs, type Pair } from './pairs.ts';
import { emailsIn, fits, isNameLike, phoneOf, sharesWord } from './patterns.ts';

/** The part of a page that shows one record, as it can be read whatever it is built of. */
export interface Sheet {
  readonly leaves: readonly Leaf[];
  readonly pairs: readonly Pair[];
  /** The leaf that seems to name the record: its only highest heading, else its only largest text. */
  readonly heading?: Leaf;
  /** The heading and the texts right below it, up to the next heading or label. */
  readonly below: readonly Leaf[];
  /** The parts of the document's title, while it speaks of this page. */
  readonly titles: readonly string[];
  /** Two names that have nothing in common: whose the rest is cannot be told. */
  readonly isCrowded: boolean;
  readonly url: URL;
  readonly own: ReadonlySet<string>;
}

/** How many texts a head has: a name, a role, a company, an address, a number. */
const HEAD = 6;

export function readSheet(dom: PageDom, scope: Element, page: CrmPage): Sheet {
  const all = readOutline(scope);
  const allPairs = findPairs(all);
  const others = leavesOfOthers(all, allPairs);
  const leaves = all.filter((leaf) => !others.has(leaf));
  const pairs = allPairs.filter(({ at }) => !others.has(at));
  const { title } = page.document;
  const titles = title === page.staleTitle ? [] : title.split(/\s+[|–—·•:-]\s+/);
  const headings = headingsOf(leaves, titles);
  const heading = headings.length === 1 ? headings[0] : undefined;
  const named = namesIn(pairs);
  const isTwo = heading && named[0] && !sharesWord(heading.text, named[0].value) && !titles.includes(named[0].value);
  return {
    leaves,
    pairs,
    ...(heading && { heading }),
    below: heading ? below(heading, leaves) : [],
    titles,
    isCrowded: headings.length > 1 || named.length > 1 || isTwo === true,
    url: page.url,
    own: ownValues(dom, scope),
  };
}

/** What stands under "Owner", "From" and the like: the rest of its box if it comes first there, else what follows it. */
function leavesOfOthers(leaves: readonly Leaf[], pairs: readonly Pair[]): ReadonlySet<Leaf> {
  return new Set(
    pairs.flatMap(({ key, at, values }) => {
      if (key !== 'other') return [];
      let part = at.part;
      while (part.up?.up && part.up.from === at.part.from && !part.element.matches('dt,th')) part = part.up;
      const siblings = part.up?.parts ?? [];
      const rest = siblings.slice(siblings.indexOf(part) + 1);
      const end = rest.findIndex(({ from }) => isNext(at, leaves[from]));
      const to = (end < 0 ? rest : rest.slice(0, end)).at(-1)?.to ?? part.to;
      return [...leaves.slice(part.from, to), ...values];
    }),
  );
}

/** Whether a leaf ends what a label of other people began. */
function isNext(label: Leaf, leaf: Leaf | undefined): boolean {
  return leaf !== undefined && (label.level < 9 ? leaf.level <= label.level : leaf.level < 9 || labelKey(leaf.text) !== undefined);
}

/** The leaves that may name the record: those of the highest rank, the title's alone if it names one; else the one in largest letters. */
function headingsOf(leaves: readonly Leaf[], titles: readonly string[]): readonly Leaf[] {
  const possible = leaves.filter(({ kind, text }) => kind === 'text' && (isNameLike(text) || emailsIn(text).length > 0 || phoneOf(text)));
  const rank = Math.min(...possible.map(({ level }) => level));
  const top = rank < 9 ? possible.filter(({ level }) => level === rank) : largest(possible.slice(0, HEAD));
  const distinct = [...new Map(top.toReversed().map((leaf) => [fold(leaf.text) || leaf.text, leaf])).values()].toReversed();
  const titled = distinct.filter(({ text }) => titles.includes(text));
  return titled.length === 1 ? titled : distinct;
}

function largest(leaves: readonly Leaf[]): readonly Leaf[] {
  const sizes = leaves.map(({ element }) => Number.parseFloat(getComputedStyle(element).fontSize) || 0);
  const most = Math.max(...sizes);
  return sizes.some((size) => size < most) ? leaves.filter((_leaf, at) => sizes[at] === most) : [];
}

function below(heading: Leaf, leaves: readonly Leaf[]): readonly Leaf[] {
  const after = leaves.slice(leaves.indexOf(heading), leaves.indexOf(heading) + HEAD);
  const end = after.findIndex(({ level, text }) => text !== heading.text && (level < 9 || labelKey(text.replace(/[:：].*/, ''))));
  return end < 0 ? after : after.slice(0, end);
}

/** What the labels of a name say: of a whole name, or of its two halves. */
export function namesIn(pairs: readonly Pair[]): readonly Found[] {
  const of = (key: Pair['key']) => pairs.filter((pair) => pair.key === key).flatMap(textOf);
  const [names, firsts, lasts] = [of('name'), of('first'), of('last')];
  if (firsts.length + lasts.length === 0) return uniqueTexts(names);
  const [first, last] = [firsts.length > 0 ? firsts : names, lasts.length > 0 ? lasts : names];
  if (uniqueTexts(first).length > 1 || uniqueTexts(last).length > 1) return [...first, ...last];
  const [given, family] = [first[0]?.value ?? '', last[0]?.value ?? ''];
  const whole = /\p{Script=Han}/u.test(family) ? `${family} ${given}` : `${given} ${family}`;
  return uniqueTexts([{ ...(first[0] ?? last[0]), value: given.includes(family) || !given ? given || family : whole.trim() }]);
}

/** The single text beside a label; several texts are more than the value. */
export function textOf({ label, values }: Pair): readonly Found[] {
  const [leaf] = values;
  const isText =
    values.length === 1 && leaf?.kind !== 'link' && /[\p{L}]/u.test(leaf?.text ?? '') && !/[{}*•]|@\S+\./.test(leaf?.text ?? '');
  return leaf && isText ? [{ value: leaf.text, label }] : [];
}

function uniqueTexts(found: readonly Found[]): readonly Found[] {
  return [...new Map(found.filter(({ value }) => value).map((one) => [one.value.toLowerCase(), one])).values()];
}

/** The name the record goes by, if it has one: what is labelled so, else its heading. */
export function nameOf({ pairs, heading }: Sheet): string {
  return namesIn(pairs)[0]?.value ?? (heading && isNameLike(heading.text) ? heading.text : '');
}

/** Whether an address belongs to the user, or looks made from another name that the sheet shows. */
export function isOfOther(sheet: Sheet, email: string): boolean {
  const name = nameOf(sheet);
  if (sheet.own.has(email.toLowerCase())) return true;
  if (!name || fits(name, email)) return false;
  const companies = sheet.pairs.filter(({ key }) => key === 'company').flatMap(({ values }) => values);
  return sheet.leaves.some(
    (leaf) => !companies.includes(leaf) && isNameLike(leaf.text) && !sharesWord(leaf.text, name) && fits(leaf.text, email),
  );
}
