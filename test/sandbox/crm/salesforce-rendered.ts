import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LightningBundle } from '../../lightning/build.ts';
import type { Site } from '../site.ts';
import { type SalesforceRecord, salesforceRecords } from './salesforce-records.ts';

const LOOK = path.resolve(import.meta.dirname, 'salesforce/look.css');
const HOSTS = { synthetic: 'rendered.lightning.force.com', native: 'rendered-native.lightning.force.com' } as const;

/** How components keep to themselves: as Salesforce has it today, or as browsers do, which it offers as a beta. */
export type Shadow = keyof typeof HOSTS;

/** How a page of the rendered org behaves; it stays in the address while one moves about. */
export interface RenderedOptions {
  /** Milliseconds from a changed address to the changed page. */
  readonly swap?: number;
  /** Milliseconds until the highlights of a drawn page appear; its details take as long again. */
  readonly slow?: number;
  /** Workspace tabs and subtabs in place of one page. */
  readonly app?: 'console';
  readonly lang?: 'ja';
  /** Fields placed one by one, without a detail panel. */
  readonly forms?: 'dynamic';
  /** Numbers that dial, without `tel:` links. */
  readonly telephone?: 'on';
  /** Addresses are masked. */
  readonly mask?: 'on';
  /** In a console: the path of the workspace that the record is a subtab of. */
  readonly ws?: string;
}

/** The address of a path in the rendered org. */
export function renderedUrl(target: string, shadow: Shadow, options: RenderedOptions = {}): string {
  const query = new URLSearchParams(Object.entries(options).map(([name, value]) => [name, String(value)])).toString();
  return `https://${HOSTS[shadow]}${target}${query && `?${query}`}`;
}

/** The path of a record's page. */
export function recordPath(record: SalesforceRecord): string {
  return `/lightning/r/${record.object}/${record.id}/view`;
}

/**
 * A Salesforce org whose pages are drawn by Salesforce's own published components in LWC's live engine, each shadow mode
 * under a host of its own. What is built for it is built when a page is first asked for.
 */
export const renderedSalesforceSite: Site = {
  hosts: Object.values(HOSTS),
  async handle(request) {
    const { pathname, hostname } = new URL(request.url);
    if (pathname === '/assets/look.css') return asset(await readFile(LOOK, 'utf8'), 'text/css');
    if (pathname === '/assets/app.js') return asset((await bundle()).app, 'text/javascript');
    if (pathname === '/assets/synthetic-shadow.js') return asset((await bundle()).syntheticShadow, 'text/javascript');
    return pathname.startsWith('/lightning/') ? page(hostname === HOSTS.synthetic) : undefined;
  },
};

/** LWC's compiler is loaded only where such a page is asked for. */
async function bundle(): Promise<LightningBundle> {
  const { lightningBundle } = await import('../../lightning/build.ts');
  return lightningBundle();
}

function asset(text: string, type: string): Response {
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=600' } });
}

function page(isSynthetic: boolean): Response {
  const records = JSON.stringify(Object.values(salesforceRecords)).replaceAll('<', '\\u003c');
  const shadow = isSynthetic ? '<script type="module" src="/assets/synthetic-shadow.js"></script>\n' : '';
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Lightning Experience</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/look.css">
<script type="application/json" id="records">${records}</script>
${shadow}<script type="module" src="/assets/app.js"></script>
</head>
<body></body>
</html>
`;
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
