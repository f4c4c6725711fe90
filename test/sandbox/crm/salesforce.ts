import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isServedBy, type Site } from '../site.ts';
import { salesforceRecords } from './salesforce-records.ts';
import { renderedSalesforceSite } from './salesforce-rendered.ts';

const FOLDER = path.resolve(import.meta.dirname, 'salesforce');
const ASSET = /^\/assets\/([a-z-]+\.(js|css))$/;
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

/**
 * A Salesforce org as seen by a person: an app that routes in the browser, drawn after the published hooks of Lightning
 * Experience. Nothing is loaded from anywhere else. How a page behaves is said in its address (`SalesforceOptions`).
 * Two of its host names lead to an org drawn by Salesforce's own components, which takes a build (`renderedUrl`).
 */
export const salesforceSite: Site = {
  // The last is one customer's own address.
  hosts: ['*.lightning.force.com', '*.my.salesforce.com', 'crm.acme.example'],
  handle(request) {
    const { pathname, hostname } = new URL(request.url);
    if (isServedBy(renderedSalesforceSite, hostname)) return renderedSalesforceSite.handle(request);
    const [, file, kind] = ASSET.exec(pathname) ?? [];
    if (file && kind) return asset(file, TYPES[kind] ?? 'text/plain');
    if (pathname === '/') return new Response(null, { status: 302, headers: { location: '/lightning/page/home' } });
    return pathname.startsWith('/lightning/') ? page() : undefined;
  },
};

async function asset(file: string, type: string): Promise<Response | undefined> {
  const text = await readFile(path.join(FOLDER, file), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : new Response(text, { headers: { 'content-type': type } });
}

function page(): Response {
  const records = JSON.stringify(Object.values(salesforceRecords)).replaceAll('<', '\\u003c');
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Lightning Experience</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/look.css">
<script type="application/json" id="records">${records}</script>
<script type="module" src="/assets/app.js"></script>
</head>
<body></body>
</html>
`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'",
    },
  });
}
