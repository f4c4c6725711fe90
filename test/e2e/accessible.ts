import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** From the narrowest that a browser lets a side panel be. */
export const PANEL_WIDTHS = [280, 360, 500];

type Scheme = 'light' | 'dark';

/**
 * Holds the page against axe, and draws it at every width in both themes. Axe looks at the
 * narrowest width in light with all its rules, and at the widest in dark with those that a theme or a layout changes: what
 * stands in the page is the same in all of them, and axe takes most of the time.
 */
export async function expectAccessible(page: Page, name: string, widths: readonly number[]): Promise<void> {
  const [first = 360] = widths;
  const axe = { light: Math.min(...widths), dark: Math.max(...widths) };
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of widths) {
      await draw(page, scheme, width);
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${width} px`)
        .toBe(0);
      await picture(page, `${name}-${scheme}-${width}`, { fullPage: width !== first });
      if (width === axe[scheme]) expect.soft(await violationsOf(page, scheme), `${name}: ${scheme}, ${width} px`).toEqual([]);
    }
  }
}

/** Leaves a picture in `.output/screens` where `PICTURES` is set: they are for people to look at, and take their time. */
async function picture(page: Page, name: string, options: { readonly fullPage?: boolean } = {}): Promise<void> {
  if (process.env.PICTURES === undefined) return;
  await page.screenshot({ ...options, path: `.output/screens/${name.replaceAll(' ', '-')}.png` });
}

async function draw(page: Page, colorScheme: Scheme, width: number): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 700 });
  await page.evaluate(() => scrollTo(0, 0));
}

/** Rules whose answer depends on colours or sizes. */
const LOOK_RULES = ['color-contrast', 'link-in-text-block', 'target-size'];

async function violationsOf(page: Page, scheme: Scheme): Promise<unknown[]> {
  // Otherwise axe opens a page of its own, which the panel would follow.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const rules = { rules: { 'target-size': { enabled: true } } };
  axe.options({ resultTypes: ['violations'], ...(scheme === 'light' ? rules : { runOnly: LOOK_RULES }) });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`));
}
