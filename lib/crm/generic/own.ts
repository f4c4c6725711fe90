import { childrenOf, isWithin, type PageDom } from '../dom.ts';
import { sameAs } from '../values.ts';
import { emailsIn } from './patterns.ts';

/** Where pages show the user's own addresses and numbers, however they are built. */
const ACCOUNT = '[role=banner],[class*=user-menu i],[class*=account-menu i],select,[role=combobox],[role=listbox]';
/** Inside these, a header is a part of the content. */
const CONTENT = 'main,[role=main],aside,section,article,dialog,[role=dialog]';

/** The user's own e-mail addresses and numbers (as `sameAs` writes them), as far as the page's frame and its selectors show them. */
export function ownValues(dom: PageDom, scope: Element): ReadonlySet<string> {
  const isAround = (element: Element) => !isWithin(element, scope) && !isWithin(scope, element);
  const header = dom.all('header').filter((element) => !element.closest(CONTENT) && isAround(element));
  const account = dom.all(ACCOUNT).filter((element) => !isWithin(scope, element));
  // A navigation that lists several people is an inbox.
  const menus = dom.all('nav,[role=navigation],footer').filter((element) => isAround(element) && valuesIn(element).length === 1);
  return new Set([...header.slice(0, 1), ...account, ...menus].flatMap(valuesIn));
}

function valuesIn(element: Element): readonly string[] {
  const text = wholeText(element);
  return [...new Set([...emailsIn(text), ...(text.match(/\+?\(?\d[\d\s()./-]{5,20}\d/g) ?? [])].map(sameAs))];
}

/** All text in a node, shown or not, its pieces apart from each other. */
function wholeText(node: Node): string {
  const own = node.nodeType === 3 ? node.nodeValue : 'value' in node ? node.value : '';
  return [own, ...childrenOf(node).map(wholeText)].join('|');
}
