import type { Page } from '@playwright/test';

/** Reads the overlay of somebody who points. It stands in a closed root, which only the debugger sees. */
export interface OverlayReader {
  /** Everything it says; `undefined` while there is none. */
  label(): Promise<string | undefined>;
  /** Whether all that it says is drawn inside the window. */
  isLabelWhole(): Promise<boolean>;
  /** The attributes of what the browser draws above everything. */
  topmost(): Promise<readonly string[]>;
}

export async function overlayOf(page: Page): Promise<OverlayReader> {
  const session = await page.context().newCDPSession(page);
  async function labelNode() {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const html = root.children?.find(({ nodeName }) => nodeName === 'HTML');
    const host = html?.children?.find(({ attributes = [] }) => attributes.includes('popover'));
    return host?.shadowRoots?.[0]?.children?.at(-1);
  }
  return {
    label: async () => (await labelNode())?.children?.[0]?.nodeValue,
    async isLabelWhole() {
      const node = await labelNode();
      if (!node) return false;
      const { object } = await session.send('DOM.resolveNode', { nodeId: node.nodeId });
      const { result } = await session.send('Runtime.callFunctionOn', {
        ...(object.objectId && { objectId: object.objectId }),
        functionDeclaration: `function () {
          const { left, top, right, bottom } = this.getBoundingClientRect();
          const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
          return isInside && this.scrollWidth <= this.clientWidth && this.scrollHeight <= this.clientHeight;
        }`,
        returnByValue: true,
      });
      return result.value === true;
    },
    async topmost() {
      await session.send('DOM.getDocument', { depth: -1, pierce: true });
      const { nodeIds } = await session.send('DOM.getTopLayerElements');
      const nodes = await Promise.all(nodeIds.map((nodeId) => session.send('DOM.describeNode', { nodeId })));
      return nodes.filter(({ node }) => node.localName !== '::backdrop' && node.pseudoType === undefined).at(-1)?.node.attributes ?? [];
    },
  };
}
