import { html } from 'hono/html';
import type { LocationRecord } from '../records.ts';

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#1d2433}
button{display:block;width:100%;margin:.5rem 0;padding:.75rem 1rem;font:inherit;text-align:left;border:1px solid #b8c0cf;border-radius:8px;background:#fff;cursor:pointer}
button.quiet{border:0;text-align:center;color:#4a5468}details{margin:1rem 0;color:#4a5468}`;

function frame(title: string, content: unknown): string {
  return String(html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${style}</style><main><h1>${title}</h1>${content}</main></html>`);
}

/** The locations to choose from; the form posts back to its own address. */
export function consentPage(shown: {
  readonly locations: readonly LocationRecord[];
  readonly scopes: readonly string[];
  readonly agencyInstall: boolean;
}): string {
  const choices = shown.locations.map((location) => html`<button name="choice" value="${location.id}">Connect ${location.name}</button>`);
  const agency = shown.agencyInstall ? html`<button name="choice" value="agency">Connect all locations</button>` : '';
  return frame(
    'Choose a location',
    html`<form method="post">${choices}${agency}<details><summary>What the app may do</summary>${shown.scopes.join(', ')}</details>
<button class="quiet" name="choice" value="cancel">Cancel</button></form>`,
  );
}

/** Opens the page again in a new window, as HighLevel's sign-in does by default. */
export function newWindowPage(address: string): string {
  return frame(
    'Sign in',
    html`<p>Sign-in continues in a new window.</p><a href="${address}" target="_blank" id="next">Continue in a new window</a>
<script>open(document.getElementById('next').href)</script>`,
  );
}

export function refusedPage(): string {
  return frame('Cannot be added', html`<p>This integration cannot be added, please contact the developer.</p>`);
}
