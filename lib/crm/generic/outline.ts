import { childrenOf, isReadable } from '../dom.ts';
import { linkTarget, sameAs } from '../values.ts';
import { type LabelKey, labelKey } from './labels.ts';
import { emailsIn, phonesIn } from './patterns.ts';

/** A box of the page as rendered, kept if it may hold something to read. */
export interface Part {
  readonly element: Element;
  readonly up: Part | undefined;
  readonly parts: Part[];
  /** Which of the outline's leaves are in it: from, up to but without. */
  readonly from: number;
  to: number;
}

/** A piece of text as a person reads it, or what an input or an address link holds. */
export interface Leaf extends Part {
  /** Empty for an empty input only. */
  readonly text: string;
  readonly kind: 'text' | 'input' | 'link';
  /** 1 to 6 inside a heading, else 9. */
  readonly level: number;
  /** What it announces, if it is a label or starts with one. */
  readonly key: LabelKey | undefined;
  /** Addresses in it and the number it is, the user's own left out. */
  readonly email: readonly string[];
  readonly phone: readonly string[];
}

const SILENT = 'style,script,template,noscript,svg,img,hr,br,i:empty,[hidden],[aria-hidden=true],[inert]';
const roles = (names: string) => names.replace(/\w+/g, '[role=$&]');
/** Where pages speak of other people than the one they show, of the user, or of several at once; and what was typed but not kept. */
const ELSEWHERE = `nav,select,blockquote,article,dialog,[contenteditable]:not([contenteditable=false]),[popover],[aria-modal=true],${roles(
  'article,dialog,grid,treegrid,feed,log,listbox,menu,tree,tablist,tooltip,alert,status,combobox,navigation,banner,search',
)}`;
const HINT = /timeline|activit|thread|hover-?card|popover|tooltip|toast|composer|related/i;
const COLUMNS = 'thead,th[scope=col],:is(td,th)+:is(td,th)+:is(td,th)';

/** Whether the element shows something else than the record around it. */
function isElsewhere(element: Element): boolean {
  return (
    element.matches(`${SILENT},${ELSEWHERE}`) ||
    HINT.test(element.getAttribute('class') ?? '') ||
    (element.matches('table') && element.querySelector(COLUMNS) !== null && !isForm(element))
  );
}

/** Whether a table's rows are of labels and values in turn, two of each: an old way to lay out a form. */
function isForm(table: Element): boolean {
  const rows = [...table.querySelectorAll('tr')].map((row) => [...row.children].map(({ textContent }) => textContent ?? ''));
  const isKnown = (text = '') => labelKey(text) !== undefined;
  const isRow = ([one, value, other, next, ...more]: readonly string[]) =>
    isKnown(one) && isKnown(other) && next !== undefined && more.length === 0 && !isKnown(value) && !isKnown(next);
  return !table.querySelector('thead,th[scope=col]') && rows.length > 1 && rows.every((cells) => cells.length <= 2 || isRow(cells));
}

/** What can be read in an element, in the page's order, across slots and open roots, without other people. `own`: the user's values, see `sameAs`. */
export function readOutline(scope: Element, own: ReadonlySet<string> = new Set()): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const isOthers = (value: string) => !own.has(sameAs(value));

  function open(element: Element, up?: Part): Part {
    const part = { element, up, parts: [], from: leaves.length, to: leaves.length };
    up?.parts.push(part);
    return part;
  }

  function add(up: Part, raw: string, kind: Leaf['kind'], level: number, element = up.element): void {
    const text = raw
      .replace(/[\u200b\u00ad]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if ((!text && kind !== 'input') || !isReadable(element)) return;
    const part = open(element, up);
    part.to++;
    const key = kind === 'text' ? labelKey(text.split(/[:：]/)[0] ?? '') : undefined;
    const said = key ? text.replace(/^.*?[:：]\s*/, '') : text;
    leaves.push(
      Object.assign(part, { text, kind, level, key, email: emailsIn(text).filter(isOthers), phone: phonesIn(said).filter(isOthers) }),
    );
  }

  function enter(element: Element, up: Part, level: number): void {
    if (isElsewhere(element)) return;
    if (element.matches('button,[role=button]')) add(up, addressOn(element), 'text', level, element);
    else if (!element.matches('input,textarea')) visit(open(element, up), levelOf(element) ?? level);
    else if (!element.matches('[type]:not([type=text],[type=email],[type=tel])'))
      add(up, (element as HTMLInputElement).value, 'input', 9, element); // has a value
  }

  function visit(part: Part, level: number): void {
    const { element } = part;
    const href = element.getAttribute('href') ?? '';
    const isNumber = /^tel:/i.test(href);
    let run = '';
    const flush = () => {
      add(part, run, 'text', level);
      run = '';
    };
    if (isNumber || /^mailto:/i.test(href)) add(part, linkTarget(href), 'link', level);
    for (const child of isNumber ? [] : childrenOf(element)) {
      // Marks of a search inside a word: what they split is one text.
      if (child.nodeType === 3 || /^(?:MARK|EM|WBR)$/.test(child.nodeName)) run += child.textContent;
      else if (child.nodeType === 1) {
        flush();
        enter(child as Element, part, level); // nodeType 1 is an element
      }
    }
    flush();
    part.to = leaves.length;
  }

  visit(open(scope), 9);
  return leaves;
}

/** A button is read for an address that can be clicked, never for what it does. */
function addressOn({ textContent }: Element): string {
  const text = textContent?.trim() ?? '';
  return /@|^[+\d\s()./-]{7,}$/.test(text) ? text : '';
}

function levelOf(element: Element): number | undefined {
  if (element.getAttribute('role') === 'heading') return Number(element.getAttribute('aria-level') ?? 2);
  return /^H[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : undefined;
}
