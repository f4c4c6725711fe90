import type { CDPSession, Page } from '@playwright/test';

/**
 * The page's HTML as a content script sees it: scripts, styles and the insides of icons left out, open shadow roots as
 * `<template shadowrootmode="open">`, inputs with what they hold, and what style sheets hide marked as such.
 */
export async function snapshot(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const html = await evaluateApart(session, `(${serialise})()`);
  await session.detach();
  return html;
}

/** In a world of its own: in the page's, synthetic shadow hides what is inside components. */
async function evaluateApart(session: CDPSession, expression: string): Promise<string> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId: executionContextId });
  if (exceptionDetails) throw new Error(`The page could not be read: ${exceptionDetails.exception?.description}`);
  return String(result.value);
}

/** Runs in the page, so everything it needs is inside. */
function serialise(): string {
  const LEFT_OUT = new Set(['SCRIPT', 'STYLE', 'LINK', 'META', 'NOSCRIPT']);
  const INLINE =
    /^(?:a|b|span|p|h[1-6]|button|label|abbr|th|td|li|option|title|legend|records-entity-label|lightning-(?:formatted|base|primitive|icon|click).*)$/;
  const VOID = /^(?:input|br|hr|img)$/;
  const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u00a0', '&nbsp;');

  function attributes(element: Element, isHidden: boolean): string {
    const own = new Map([...element.attributes].map(({ name, value }) => [name, value]));
    // Tokens of style sheets that are left out.
    for (const name of own.keys()) if (/^lwc-/.test(name)) own.delete(name);
    if (element instanceof HTMLInputElement && element.value !== '') own.set('value', element.value);
    if (isHidden) own.set('style', 'display: none');
    return [...own]
      .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`))
      .join('');
  }

  function isText(node: Node): boolean {
    return node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '';
  }

  function children(parent: Element | ShadowRoot, isInline: boolean, isHidden: boolean): string {
    const nodes = [...parent.childNodes].filter((node) => node.nodeType === Node.ELEMENT_NODE || isText(node));
    const isMixed = isInline || nodes.some(isText);
    const parts = nodes.map((node) => (node instanceof Element ? write(node, isMixed, isHidden) : escapeText(node.nodeValue ?? '')));
    const written = parts.filter((part) => part !== '');
    if (written.length === 0 || isMixed) return written.join('');
    return `\n${written.join('\n')}\n`;
  }

  function write(element: Element, isInline: boolean, isInHidden: boolean): string {
    if (LEFT_OUT.has(element.tagName)) return '';
    const name = element.localName;
    const isHidden = !isInHidden && getComputedStyle(element).display === 'none';
    const open = `<${name}${attributes(element, isHidden)}>`;
    if (VOID.test(name)) return open;
    if (name === 'svg') return `${open}</svg>`;
    const inside = isInline || INLINE.test(name);
    const shadow = element.shadowRoot;
    const root = shadow ? `<template shadowrootmode="open">${children(shadow, inside, isInHidden || isHidden)}</template>` : '';
    return `${open}${root}${children(element, inside, isInHidden || isHidden)}</${name}>`;
  }

  return `<!doctype html>\n<html lang="${document.documentElement.lang}">\n<head>\n<title>${escapeText(document.title)}</title>\n</head>\n${write(document.body, false, false)}\n</html>\n`;
}
