import type { Page } from '@playwright/test';

/** Reads the overlay of somebody who points. It stands in a closed root, which only the debugger sees. */
export interface OverlayReader {
  /** Everything it says; `undefined` while there is none. */
  label(): Promise<string | undefined>;
  /** The attributes of what the browser draws above everything. */
  topmost(): Promise<readonly string[]>;
}

export async function overlayOf(page: Page): Promise<OverlayReader> {
  const session = await page.context().newCDPSession(page);
  return {
    async label() {
      const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
      const html = root.children?.find(({ nodeName }) => nodeName === 'HTML');
      const host = html?.children?.find(({ attributes = [] }) => attributes.includes('popover'));
      return host?.shadowRoots?.[0]?.children?.at(-1)?.children?.[0]?.nodeValue;
    },
    async topmost() {
      await session.send('DOM.getDocument', { depth: -1, pierce: true });
      const { nodeIds } = await session.send('DOM.getTopLayerElements');
      const nodes = await Promise.all(nodeIds.map((nodeId) => session.send('DOM.describeNode', { nodeId })));
      return nodes.filter(({ node }) => node.localName !== '::backdrop' && node.pseudoType === undefined).at(-1)?.node.attributes ?? [];
    },
  };
}
