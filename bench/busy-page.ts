import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { salesforceSite } from '../test/sandbox/crm/salesforce.ts';
import { salesforceRecords, salesforceUrl } from '../test/sandbox/crm/salesforce-records.ts';
import type { Site } from '../test/sandbox/site.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Pages that detection is tested on. */
export const FIXTURES = path.join(ROOT, 'test/fixtures/crm');

export const NODES = 10_000;
export const MUTATIONS_PER_SECOND = 200;
/** A contact's page, where the extension runs. */
export const WITH_EXTENSION = salesforceUrl(salesforceRecords.maria);
/** A page of the same org that shows nobody. */
export const LIST = new URL('/lightning/o/Contact/list', WITH_EXTENSION).href;
/** The same page on a host where it does not. */
export const WITHOUT_EXTENSION = WITH_EXTENSION.replace(new URL(WITH_EXTENSION).host, 'example.com');

/** The Salesforce org under a host that is no CRM's, with the fixtures and the detection's own modules beside it. */
export const plainSite: Site = {
  hosts: ['example.com'],
  handle(request) {
    const { pathname } = new URL(request.url);
    const [, fixture] = /^\/fixtures\/([\w-]+\.html)$/.exec(pathname) ?? [];
    if (fixture) return page(fixture);
    return /^\/lib\/(crm|core)\/[\w/-]+\.ts$/.test(pathname) ? module(pathname) : salesforceSite.handle(request);
  },
};

async function page(file: string): Promise<Response> {
  return new Response(await readFile(path.join(FIXTURES, file)), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

async function module(pathname: string): Promise<Response> {
  // A page knows no alias: `@/` is this site's root.
  const code = stripTypeScriptTypes(await readFile(path.join(ROOT, pathname), 'utf8')).replaceAll("from '@/", "from '/");
  return new Response(code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
}

/** Opens the contact's page and fills it. */
export async function openBusyPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('.lafPageHost.active a[href="mailto:maria@bayside.test"]').first().waitFor();
  await fill(page);
}

/** Fills a page of the org up to 10,000 elements: a long related list, full of other people's addresses. */
export async function fill(page: Page): Promise<void> {
  await page.locator('.lafPageHost.active').waitFor();
  await page.evaluate((nodes) => {
    const row = () => {
      const line = document.createElement('div');
      for (const text of ['Case', 'someone@elsewhere.test', 'Open', 'Yesterday']) {
        const cell = line.appendChild(document.createElement('span'));
        const field = cell.appendChild(document.createElement('lightning-formatted-text'));
        const link = field.appendChild(document.createElement('a'));
        link.textContent = text;
        if (text.includes('@')) link.href = `mailto:${text}`;
      }
      return line;
    };
    const list = document.createElement('lst-related-list-view-manager');
    const body = list.appendChild(document.createElement('div'));
    document.querySelector('.lafPageHost.active')?.append(list);
    while (document.querySelectorAll('*').length < nodes) for (let at = 0; at < 50; at++) body.append(row());
  }, NODES);
}

/** Until the page has had a second without being touched, in which loading and first readings end. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 1_000)));
}

/** Changes texts and classes and replaces rows in that list at a steady pace; resolves when all changes are made. */
export function mutate(page: Page, seconds: number): Promise<void> {
  return page.evaluate(
    ([perSecond, total]) => {
      const rows = [...document.querySelectorAll('lst-related-list-view-manager > div > div')];
      const change = (at: number) => {
        const row = rows[(at * 7) % rows.length];
        if (at % 3 === 0) row?.classList.toggle('slds-is-selected');
        else if (at % 3 === 1) row?.querySelector('a')?.replaceChildren(`Case ${at}`);
        else row?.parentElement?.append(row);
      };
      return new Promise<void>((resolve) => {
        const started = performance.now();
        let made = 0;
        const timer = setInterval(() => {
          const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * perSecond));
          while (made < due) change(made++);
          if (made < total) return;
          clearInterval(timer);
          resolve();
        }, 5);
      });
    },
    [MUTATIONS_PER_SECOND, MUTATIONS_PER_SECOND * seconds] as const,
  );
}
