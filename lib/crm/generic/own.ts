import { childrenOf, isWithin, type PageDom } from '../dom.ts';
import { emailsIn } from './patterns.ts';

/** Where pages show the user's own addresses and numbers, however they are built. */
const ACCOUNT = '[role=banner],[class*=user-menu i],[class*=account-menu i],select,[role=combobox],[role=listbox]';
/** Around these, a header is a part of the content. */
const CONTENT = 'main,[role=main],aside,section,article,dialog,[role=dialog]';

/** The user's own e-mail addresses (lower case) and numbers (digits), as far as the page's frame and its selectors show them. */
export function ownValues(dom: PageDom, scope: Element): ReadonlySet<string> {
  const isAround = (element: Element) => !isWithin(element, scope) && !isWithin(scope, element);
  const header = dom.all('header').find((element) => !element.closest(CONTENT));
  const frame = [...dom.all(ACCOUNT).filter((element) => !isWithin(scope, element)), ...(header && isAround(header) ? [header] : [])];
  // A navigation that lists several people is an inbox.
  const menus = dom.all('nav,[role=navigation],footer').filter(isAround).map(valuesIn);
  return new Set([...frame.map(valuesIn), ...menus.filter(({ length }) => length === 1)].flat());
}

function valuesIn(element: Element): readonly string[] {
  const text = wholeText(element);
  const numbers = text.match(/\+?\(?\d[\d\s()./-]{5,20}\d/g) ?? [];
  return [...new Set([...emailsIn(text).map((email) => email.toLowerCase()), ...numbers.map((number) => number.replace(/\D/g, ''))])];
}

/** All text in a node, shown or not, its pieces apart from each other. */
function wholeText(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  const value = 'value' in node ? String(node.value) : '';
  return [value, ...childrenOf(node).map(wholeText)].join(' ');
}
