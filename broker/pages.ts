import type { Context } from 'hono';
import { html } from 'hono/html';

/**
 * A plain page for a person who ended up here; it says what happened and what to do. Inside a sign-in window the status
 * has to be 200: Chromium closes such a window at once on an error status, and nobody would read the page.
 */
export function page(context: Context, status: 200 | 400 | 404, title: string, text: string) {
  return context.html(
    html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`,
    status,
  );
}
