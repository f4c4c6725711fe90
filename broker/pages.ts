import type { Context } from 'hono';
import { html } from 'hono/html';

/** A plain page for a person who ended up here; it says what happened and what to do. */
export function page(context: Context, status: 400 | 404, title: string, text: string) {
  return context.html(
    html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`,
    status,
  );
}
