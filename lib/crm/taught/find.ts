import type { Field } from '../adapter.ts';
import { closestFlat, createPageDom, isReadable, isShown, type PageDom, type Root } from '../dom.ts';
import { besideLabel, findLabels } from './labels.ts';
import type { Anchor } from './rule.ts';
import { settle } from './settle.ts';
import { selectorOf, walkSteps } from './steps.ts';

/** What an anchor leads to. */
interface Findings {
  /** Elements that hold a value of the field, readable by a person. */
  readonly holders: readonly Element[];
  /** The value's place is there, with nothing in it. */
  readonly isBlank: boolean;
  /** Links only: it was one of several. */
  readonly isOneOfMany?: boolean;
  /** Nothing that it leads to is shown: no such element, no such label, no such part of the page. */
  readonly isAbsent: boolean;
}

export type Find = (anchor: Anchor, field: Field) => Findings;

/** Anchors that lead to more places than that say nothing. */
const MAX_PLACES = 20;
/** Of so many parts of a page with one tag the readable ones are looked for, hidden pages included. */
const MAX_SCOPES = 100;
/** Links or headings in one part; an anchor counts no further than 50. */
const MAX_LINKS = 200;

type Within = Extract<Anchor, { kind: 'link' | 'heading' }>;

/** Follows anchors on the page as it is now. A rule may come from anybody, so what it costs is bounded. */
export function createFind(roots: readonly Root[]): { readonly find: Find; readonly dom: PageDom } {
  const dom = createPageDom(roots);
  const known = new Map<string, readonly (readonly Element[])[]>();

  /** The links or headings in each part of the page of that tag, looked up once: it is much of the page. */
  function partsWithin({ kind, within, ...rest }: Within): readonly (readonly Element[])[] {
    const selector = 'scheme' in rest ? `a[href^="${rest.scheme}:" i]` : rest.tag;
    const key = `${kind} ${within} ${selector}`;
    const found = known.get(key) ?? readableWithin(dom, within, selector);
    known.set(key, found);
    return found;
  }

  /** The places that an anchor leads to, and whether there is anything of it on the page. */
  function places(anchor: Anchor, field: Field): { readonly places: readonly Element[]; readonly isThere?: boolean } {
    const isFree = field === 'name' || field === 'company';
    if (anchor.kind === 'attribute') return { places: dom.all(selectorOf(anchor.tag, anchor.name, anchor.value)) };
    if (anchor.kind === 'path') return { places: walkSteps(anchor.steps, dom) };
    if (anchor.kind === 'label') {
      const labels = findLabels(roots, anchor.text).filter(canRead);
      return { places: labels.flatMap((label) => besideLabel(label, isFree) ?? []), isThere: labels.length > 0 };
    }
    const parts = partsWithin(anchor);
    return { places: parts.flatMap((some) => (anchor.kind === 'link' ? (some[anchor.at] ?? []) : some.length === 1 ? some : [])) };
  }

  const find: Find = (anchor, field) => {
    const all = places(anchor, field);
    const found = [...new Set(all.places)];
    if (found.length > MAX_PLACES) return { holders: [], isBlank: false, isAbsent: false };
    const shown = found.filter(isShown);
    const settled = shown.map((place) => settle(place, field, dom));
    const holders = [...new Set(settled.filter((one) => one !== undefined && one !== 'blank'))].filter(canRead);
    const isOneOfMany = anchor.kind === 'link' && partsWithin(anchor).some((parts) => parts.length > 1);
    return { holders, isBlank: settled.includes('blank'), isOneOfMany, isAbsent: shown.length === 0 && !all.isThere };
  };
  return { find, dom };
}

function readableWithin(dom: PageDom, within: string, selector: string): readonly (readonly Element[])[] {
  const scopes = dom.all(within).slice(0, MAX_SCOPES).filter(canRead).slice(0, MAX_PLACES);
  return scopes.map((scope) => dom.all(selector, scope).slice(0, MAX_LINKS).filter(canRead));
}

/** Whether a person can read it: a frame can be hidden with all it shows. */
export function canRead(element: Element): boolean {
  const frame = element.ownerDocument.defaultView?.frameElement;
  return isReadable(element) && (!frame || canRead(frame));
}

const MODAL = 'dialog[open],[role="dialog"],[role="alertdialog"],[aria-modal="true"]';

/** The dialog that the element is shown in, if it is: what stands there may be somebody else's. */
export function dialogOf(element: Element): Element | undefined {
  return closestFlat(element, (one) => one.matches(MODAL));
}
