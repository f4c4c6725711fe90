import { childrenOf, isReadable } from '../dom.ts';
import { linkTarget } from '../values.ts';

/** A node of the page as rendered, kept if it may hold something to read. */
export interface Part {
  readonly element: Element;
  readonly up: Part | undefined;
  readonly parts: Part[];
  /** Which of the outline's leaves are in it: from, up to but without. */
  readonly from: number;
  to: number;
}

/** A piece of text as a person reads it, or what an input or an address link holds. */
export interface Leaf {
  /** What holds the text, or the input, or the link. */
  readonly element: Element;
  readonly text: string;
  readonly kind: 'text' | 'input' | 'link';
  readonly part: Part;
  /** 1 to 6 inside a heading, else 9; an empty text is an empty input. */
  readonly level: number;
}

const SILENT = 'style,script,template,noscript,svg,img,hr,br,i:empty,[hidden],[aria-hidden=true],[inert]';
/** Where pages speak of other people than the one they show, of the user, or of several at once; and what was typed but not kept. */
const ELSEWHERE =
  'nav,select,option,datalist,blockquote,article,[contenteditable]:not([contenteditable=false]),[popover],[aria-modal=true],dialog,' +
  'grid,treegrid,feed,log,listbox,menu,menubar,tree,tablist,tooltip,alert,status,dialog,combobox,navigation,banner,search,contentinfo,article'.replace(
    /[a-z]+/g,
    '[role=$&]',
  );
const OTHERS_HINT = /timeline|activit|thread|hover-?card|popover|tooltip|toast|snackbar|composer|related/i;
const ADDRESS_LINK = 'a[href^="mailto:" i],a[href^="tel:" i]';
const TYPED = 'text,email,tel,search,url'.split(',');

/** Whether the element shows something else than the record around it. */
function isElsewhere(element: Element): boolean {
  if (element.matches(ELSEWHERE) || OTHERS_HINT.test(element.getAttribute('class') ?? '')) return true;
  return element.matches('table') && element.querySelector('thead,th[scope=col],:is(td,th) + :is(td,th) + :is(td,th)') !== null;
}

/** What can be read in an element, in the order of the page, across slots and open roots; what shows other people is left out. */
export function readOutline(scope: Element): readonly Leaf[] {
  const leaves: Leaf[] = [];

  function addLeaf(up: Part, element: Element, text: string, kind: Leaf['kind'], level: number): void {
    const clean = text
      .replace(/[\u200b\u00ad]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if ((!clean && kind !== 'input') || !isReadable(element)) return;
    const part: Part = { element, up, parts: [], from: leaves.length, to: leaves.length + 1 };
    up.parts.push(part);
    leaves.push({ element, text: clean, kind, part, level });
  }

  function enter(element: Element, up: Part, level: number): void {
    if (element.matches(SILENT) || isElsewhere(element)) return;
    if (element.matches('button,[role=button]')) addLeaf(up, element, spoken(element), 'text', level);
    else if (element.matches('input,textarea'))
      addInput(element as HTMLInputElement, up); // a text area has the same properties
    else addBox(element, up, levelOf(element) ?? level);
  }

  function addBox(element: Element, up: Part, level: number): void {
    const part: Part = { element, up, parts: [], from: leaves.length, to: 0 };
    up.parts.push(part);
    visit(element, part, level);
    part.to = leaves.length;
  }

  function addInput(input: HTMLInputElement, up: Part): void {
    if (input.matches('textarea') || TYPED.includes(input.type)) addLeaf(up, input, input.value, 'input', 9);
  }

  function visit(element: Element, part: Part, level: number): void {
    let run = '';
    const flush = () => {
      addLeaf(part, element, run, 'text', level);
      run = '';
    };
    if (element.matches(ADDRESS_LINK)) addLeaf(part, element, linkTarget((element as HTMLAnchorElement).href), 'link', level); // the selector asks for links
    if (element.matches('a[href^="tel:" i]')) return;
    for (const child of childrenOf(element)) {
      if (child.nodeType === 3) run += child.nodeValue;
      else if (child.nodeType === 1) {
        const inner = child as Element; // nodeType 1 is an element
        // Marks of a search inside a word: what they split is one text.
        if (inner.matches('mark,em,wbr')) run += inner.textContent;
        else {
          flush();
          enter(inner, part, level);
        }
      }
    }
    flush();
  }

  const root: Part = { element: scope, up: undefined, parts: [], from: 0, to: 0 };
  visit(scope, root, 9);
  root.to = leaves.length;
  return leaves;
}

/** A button is read for an address that can be clicked, never for what it does. */
function spoken(button: Element): string {
  const text = button.textContent?.trim() ?? '';
  return /@|^\+?[\d\s()./-]{7,}$/.test(text) ? text : '';
}

function levelOf(element: Element): number | undefined {
  const [, tag] = /^H([1-6])$/.exec(element.tagName) ?? [];
  if (tag) return Number(tag);
  return element.getAttribute('role') === 'heading' ? Number(element.getAttribute('aria-level') ?? 2) : undefined;
}
