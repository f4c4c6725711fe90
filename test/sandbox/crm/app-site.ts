import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Site } from '../site.ts';

const ASSET = /^\/assets\/([a-z-]+\.(js|css))$/;
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

export interface AppSite {
  readonly hosts: readonly string[];
  /** Beside this file; holds `app.js` and `look.css`. What it lacks is taken from `shared`. */
  readonly folder: string;
  readonly title: string;
  /** What `app.js` reads as JSON from `#data`. */
  readonly data: unknown;
  /** Whether the app has a page there. */
  readonly hasPage: (pathname: string) => boolean;
  /** Where `/` leads. */
  readonly home: string;
}

/** An app that routes in the browser; nothing is loaded from anywhere else. */
export function createAppSite(app: AppSite): Site {
  return {
    hosts: app.hosts,
    handle(request) {
      const { pathname } = new URL(request.url);
      const [, file, kind] = ASSET.exec(pathname) ?? [];
      if (file && kind) return asset(app.folder, file, TYPES[kind] ?? 'text/plain');
      if (pathname === '/') return new Response(null, { status: 302, headers: { location: app.home } });
      return app.hasPage(pathname) ? htmlResponse(shell(app)) : undefined;
    },
  };
}

/** A page that may load what its own host serves, and show its own pages in frames. */
export function htmlResponse(html: string): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'",
    },
  });
}

async function asset(folder: string, file: string, type: string): Promise<Response | undefined> {
  for (const place of [folder, 'shared']) {
    const text = await readFile(path.join(import.meta.dirname, place, file), 'utf8').catch(() => undefined);
    if (text !== undefined) return new Response(text, { headers: { 'content-type': type } });
  }
  return undefined;
}

function shell({ title, data }: AppSite): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/look.css">
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/assets/app.js"></script>
</head>
<body></body>
</html>
`;
}
