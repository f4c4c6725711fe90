/** An element with attributes and children: what the Aura half of Lightning draws, without any shadow. */
export function el(tag: string, attributes: Readonly<Record<string, string>> = {}, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
