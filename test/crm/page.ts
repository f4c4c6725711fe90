import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Detection } from '@/lib/crm/adapter.ts';

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/crm');

/** A saved or reconstructed page. Its first line is a comment with JSON: address, what each adapter must answer, source. */
export interface Fixture {
  readonly file: string;
  readonly url: URL;
  /** By adapter id; an adapter that is not named must answer `none`. */
  readonly expect: Readonly<Record<string, Detection>>;
  readonly source: string;
  readonly html: string;
}

export function readFixtures(): readonly Fixture[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.html'))
    .map(readFixture);
}

export function readFixture(file: string): Fixture {
  return readFixtureText(file, readFileSync(path.join(FOLDER, file), 'utf8'));
}

/** The same for a text that is not in the folder (yet). */
export function readFixtureText(file: string, html: string): Fixture {
  const [, json] = /^<!-- (\{.*\}) -->\n/.exec(html) ?? [];
  if (!json) throw new Error(`${file}: the first line must be a comment with JSON {url, expect, source}`);
  const { url, expect, source }: Omit<Fixture, 'url' | 'html' | 'file'> & { url: string } = JSON.parse(json);
  return { file, url: new URL(url), expect, source, html };
}

/** Makes the test's own document show the page, declarative shadow roots attached. */
export function showPage(html: string): void {
  const { title, body } = parsedPage(html);
  document.title = title;
  document.body.replaceChildren(...[...body.childNodes].map((node) => document.importNode(node, true)));
  attachShadowRoots(document.body);
}

const parsed = new Map<string, Document>();

/** Parsing is the slowest part of showing a page, and tests show the same ones again and again. */
function parsedPage(html: string): Document {
  const page = parsed.get(html) ?? new DOMParser().parseFromString(html, 'text/html');
  parsed.set(html, page);
  return page;
}

/** A parser fed by script leaves declarative shadow roots as templates. */
function attachShadowRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    const shadow = template.parentElement?.attachShadow({ mode: 'open' });
    shadow?.append(template.content);
    template.remove();
    if (shadow) attachShadowRoots(shadow);
  }
}
