/** What the small apps share: making elements, their data, moving without loading. */

export const data = JSON.parse(document.getElementById('data').textContent);

/** @param {string} tag @param {Record<string, string>} attributes @param {...(Node | string)} children */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const fullName = (person) => `${person.firstName} ${person.lastName}`;

/** The American way to write a number; others stay as they are. */
export function formatPhone(number) {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area ? `(${area}) ${exchange}-${line}` : number;
}

/** A number from the address, e.g. `?swap=300`. */
export const option = (name, fallback) => Number(new URLSearchParams(location.search).get(name) ?? fallback);

let waiting;
/** Runs the last of what was asked, after `ms`; what was asked before is dropped. */
export function later(ms, run) {
  clearTimeout(waiting);
  waiting = setTimeout(run, ms);
}

/** Follows links of the app itself without loading; the options in the address stay. */
export function route(show) {
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey) return;
    const target = new URL(link.href);
    if (target.origin !== location.origin) return;
    event.preventDefault();
    target.search = location.search;
    history.pushState(null, '', target);
    show();
  });
  addEventListener('popstate', show);
}
