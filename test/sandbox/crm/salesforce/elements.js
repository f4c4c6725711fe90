/** Making elements, and components in either kind of shadow. */

const params = new URLSearchParams(location.search);
const isNative = params.get('shadow') === 'native';
const look = new CSSStyleSheet();

/** Native roots see no style of the document, so each adopts the sheet. */
export async function loadLook() {
  look.replaceSync(await (await fetch('/assets/look.css')).text());
}

/** @param {string} tag @param {Record<string, string>} attributes @param {...(Node | string)} children */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * A component. `inside` draws its own template and asks for its slots by name; `given` is what its user puts there.
 * With synthetic shadow all of it is plain DOM and a slot is an element that holds what was given; with native shadow
 * the template stands in an open root and the given stays outside, named for its slot.
 */
export function component(tag, attributes, inside, given = {}) {
  const host = el(tag, attributes);
  if (isNative) {
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [look];
    root.append(...inside((name) => el('slot', name ? { name } : {})));
    for (const [name, nodes] of Object.entries(given)) {
      for (const node of nodes) if (name) node.setAttribute('slot', name);
      host.append(...nodes);
    }
    return host;
  }
  host.append(...inside((name = '') => el('slot', name ? { name } : {}, ...(given[name] ?? []))));
  return host;
}

/** A component that only wraps. */
export const wrap = (tag, attributes, ...children) => component(tag, attributes, (slot) => [slot()], { '': children });
