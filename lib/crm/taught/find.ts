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
}

export type Find = (anchor: Anchor, field: Field) => Findings;

/** Anchors that lead to more places than that say nothing. */
const MAX_PLACES = 20;

/** Follows anchors on the page as it is now. */
export function createFind(roots: readonly Root[]): { readonly find: Find; readonly dom: PageDom } {
  const dom = createPageDom(roots);
  const places = (anchor: Anchor, field: Field): readonly Element[] => {
    const isFree = field === 'name' || field === 'company';
    if (anchor.kind === 'attribute') return dom.all(selectorOf(anchor.tag, anchor.name, anchor.value));
    if (anchor.kind === 'path') return walkSteps(anchor.steps, dom);
    if (anchor.kind === 'label')
      return findLabels(roots, anchor.text)
        .filter(canRead)
        .flatMap((label) => besideLabel(label, isFree) ?? []);
    return within(anchor).flatMap((parts) => (anchor.kind === 'link' ? (parts[anchor.at] ?? []) : parts.length === 1 ? parts : []));
  };
  const within = (anchor: Extract<Anchor, { kind: 'link' | 'heading' }>): readonly (readonly Element[])[] => {
    const selector = anchor.kind === 'link' ? `a[href^="${anchor.scheme}:" i]` : anchor.tag;
    const scopes = dom.all(anchor.within.replace(/\./g, '\\.')).filter(canRead);
    return scopes.slice(0, MAX_PLACES).map((scope) => dom.all(selector, scope).filter(canRead));
  };
  const find: Find = (anchor, field) => {
    const found = [...new Set(places(anchor, field))];
    if (found.length > MAX_PLACES) return { holders: [], isBlank: false };
    const settled = found.filter(isShown).map((place) => settle(place, field, dom));
    const holders = [...new Set(settled.filter((one) => one !== undefined && one !== 'blank'))].filter(canRead);
    const isOneOfMany = anchor.kind === 'link' && within(anchor).some((parts) => parts.length > 1);
    return { holders, isBlank: settled.includes('blank'), isOneOfMany };
  };
  return { find, dom };
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
