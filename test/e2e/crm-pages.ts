import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { connectWithToken } from './fixtures.ts';

/** The panel as it stood for one or more frames. */
export interface Frame {
  /** When it was seen first and last, epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly heading: string;
  readonly text: string;
}

/** Connects to Harbor Dental, switches a CRM on, and opens one of its pages with the panel beside it. */
export async function openCrm<Opened>(browser: ExtensionBrowser, crm: string, open: () => Promise<Opened>): Promise<Opened> {
  await connectWithToken(browser);
  await browser.switchOn(crm);
  return open();
}

/** Looks at the panel on each of its animation frames from now on. */
export async function watchFrames(panel: Page): Promise<() => Promise<readonly Frame[]>> {
  await panel.evaluate(() => {
    const frames: { from: number; to: number; heading: string; text: string }[] = [];
    const note = () => {
      const seen = { heading: document.querySelector('h1')?.textContent ?? '', text: document.body.innerText };
      const last = frames.at(-1);
      if (last && last.heading === seen.heading && last.text === seen.text) last.to = Date.now();
      else frames.push({ ...seen, from: Date.now(), to: Date.now() });
      requestAnimationFrame(note);
    };
    note();
    Object.assign(window, { frames });
  });
  return () => panel.evaluate(() => (window as unknown as { frames: Frame[] }).frames);
}

/** What stands in the panel for one of the people only. */
const TRACES: Readonly<Record<string, readonly string[]>> = {
  'Maria Gomez': ['Book the quarterly lunch', 'Case review', 'How we work together', 'newsletter', 'Matched by e-mail maria@'],
  'Daniel Okafor': ['Ask for the X-rays', 'New associate since the summer.', 'Matched by e-mail daniel@'],
};

/** The frames in which something of one person stood under another heading. */
export function mixedUp(frames: readonly Frame[]): readonly Frame[] {
  const isOthers = ({ heading, text }: Frame) =>
    Object.entries(TRACES).some(([name, traces]) => name !== heading && traces.some((words) => text.includes(words)));
  return frames.filter(isOthers);
}

/** The names that headed the panel one after another, each once in a row. */
export function headingsOf(frames: readonly Frame[]): readonly string[] {
  return frames.map(({ heading }) => heading).filter((heading, at, all) => heading !== all[at - 1]);
}
