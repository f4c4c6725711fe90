import type { PageDom } from '../dom.ts';
import { namesOf } from './attributes.ts';
import { canRead, dialogOf } from './find.ts';
import { namedStep, selectorOf } from './steps.ts';

const LANDMARKS = ['main', 'aside', 'article', 'form', 'body'];
const MAX_STEPS = 40;
const MAX_STEP = 120;

/** The way down to the element; `undefined` when there is none that a rule can keep. */
export function makeSteps(element: Element, dom: PageDom, isOwn: (text: string) => boolean): readonly string[] | undefined {
  const dialog = dialogOf(element);
  const steps: string[] = [];
  let at: Element = element;
  while (steps.length < MAX_STEPS) {
    const start = at === element ? undefined : dialog ? dialogStep(at, dialog) : startStep(at, dom, isOwn);
    if (start !== undefined) return [start, ...steps].every((step) => step.length <= MAX_STEP) ? [start, ...steps] : undefined;
    steps.unshift(positionOf(at));
    const above = aboveOf(at);
    if (!above) return undefined;
    if (above.border) steps.unshift(above.border);
    at = above.element;
  }
  return undefined;
}

function positionOf(element: Element): string {
  const alike = [...(element.parentNode?.children ?? [])].filter(({ localName }) => localName === element.localName);
  return `${element.localName}:${alike.indexOf(element) + 1}`;
}

function aboveOf(element: Element): { readonly element: Element; readonly border?: string } | undefined {
  if (element.parentElement) return { element: element.parentElement };
  const root = element.getRootNode();
  if ('host' in root) return { element: (root as ShadowRoot).host, border: '#shadow' }; // of all roots only a shadow root has a host
  const frame = element.ownerDocument.defaultView?.frameElement;
  return frame ? { element: frame, border: '#frame' } : undefined;
}

/** Inside a dialog the way begins with it, which is how a rule knows that the value was taught there. */
function dialogStep(at: Element, dialog: Element): string | undefined {
  if (at !== dialog) return undefined;
  if (at.localName === 'dialog') return 'dialog';
  const role = at.getAttribute('role');
  return role?.endsWith('dialog') ? namedStep(at.localName, 'role', role) : namedStep(at.localName, 'aria-modal', 'true');
}

/** A start is a landmark or a named element, and the only one of its kind that is shown. */
function startStep(at: Element, dom: PageDom, isOwn: (text: string) => boolean): string | undefined {
  const isOnly = (selector: string) => {
    const shown = dom.all(selector).filter(canRead);
    return shown.length === 1 && shown[0] === at;
  };
  if (LANDMARKS.includes(at.localName) && isOnly(at.localName)) return at.localName;
  const named = namesOf(at, isOwn).find(({ tag, name, value }) => name !== 'class' && isOnly(selectorOf(tag, name, value)));
  return named && namedStep(named.tag, named.name, named.value);
}
