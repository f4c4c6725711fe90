import { browser } from 'wxt/browser';
import * as z from 'zod';
import { AppFailure, toAppError } from '@/lib/core/errors.ts';

/** What the sample script answers: a name without a path, and the scrubbed page. */
const sample = z.strictObject({ name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,120}\.html$/i), html: z.string().max(20_000_000) });

/** How long the browser may take to read the file out of memory, in milliseconds. */
const KEPT_MS = 60_000;

/** Makes a scrubbed copy of the tab's page and hands it to the person as a file; resolves to its name. */
export async function saveSample(tabId: number): Promise<string> {
  const results = await browser.scripting.executeScript({ target: { tabId }, files: ['/sample.js'] }).catch((thrown: unknown) => {
    throw new AppFailure({ code: 'page_unreachable', detail: toAppError(thrown).detail ?? 'No answer.' });
  });
  const parsed = sample.safeParse(results[0]?.result);
  if (!parsed.success) throw new AppFailure({ code: 'unexpected', detail: 'The page gave no sample.' });
  const { name, html } = parsed.data;
  const href = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
  return name;
}
