import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** From the narrowest that a browser lets a side panel be. */
export const PANEL_WIDTHS = [280, 360, 500];

/** Holds the page against axe in both themes at these widths, and leaves a picture of each in `.output/screens`. */
export async function expectAccessible(page: Page, name: string, widths: readonly number[]): Promise<void> {
  const [first = 360] = widths;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 700 });
      await page.evaluate(() => scrollTo(0, 0));
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${width} px`).toBe(0);
      await page.screenshot({
        path: `.output/screens/${name.replaceAll(' ', '-')}-${colorScheme}-${width}.png`,
        fullPage: width !== first,
      });
      expect(await violationsOf(page), `${colorScheme}, ${width} px`).toEqual([]);
    }
  }
}

async function violationsOf(page: Page): Promise<unknown[]> {
  // Otherwise axe opens a page of its own, which the panel would follow.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`));
}
