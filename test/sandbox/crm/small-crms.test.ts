import { describe, expect, test } from 'vitest';
import { isServedBy } from '../site.ts';
import { ownCrmSite, ownCrmUrl } from './own-crm.ts';
import { crmPeople, crmUser } from './people.ts';
import { saleshandySite, saleshandyUrls } from './saleshandy.ts';
import { salesmsgSite, salesmsgThreads, salesmsgUrl } from './salesmsg.ts';
import { salesnexusDealUrl, salesnexusSite, salesnexusUrl } from './salesnexus.ts';

const sites = {
  saleshandy: { site: saleshandySite, urls: [...Object.values(saleshandyUrls), 'https://my.saleshandy.com/sequence/1207/steps'] },
  salesmsg: { site: salesmsgSite, urls: [salesmsgUrl(), ...Object.values(salesmsgThreads).map(salesmsgUrl)] },
  salesnexus: {
    site: salesnexusSite,
    urls: ['https://app.salesnexus.com/contacts', salesnexusDealUrl, ...Object.values(crmPeople).map((person) => salesnexusUrl(person))],
  },
  'own CRM': {
    site: ownCrmSite,
    urls: [ownCrmUrl(), ownCrmUrl(crmPeople.jonas, 'new'), ...Object.values(crmPeople).map((person) => ownCrmUrl(person))],
  },
};

describe.each(Object.entries(sites))('%s', (_name, { site, urls }) => {
  const get = async (url: string) => site.handle(new Request(url));

  test('serves each of its pages under its real host', async () => {
    for (const url of urls) {
      expect(isServedBy(site, new URL(url).hostname), url).toBe(true);
      expect((await get(url))?.headers.get('content-type'), url).toContain('text/html');
    }
  });

  test('loads nothing but files of its own, which are there', async () => {
    const html = (await (await get(urls[0] ?? ''))?.text()) ?? '';
    const loaded = [...html.matchAll(/(?:src|(?<=<link[^>]*)href)="([^"]+)"/g)]
      .map(([, path = '']) => path)
      .filter((path) => path !== 'data:,');
    for (const path of loaded) {
      const answer = await get(new URL(path, urls[0]).href);
      const imported = [...((await answer?.text()) ?? '').matchAll(/from '(.*?)'/g)].map(([, file = '']) => file);
      for (const file of imported) expect((await get(new URL(file, urls[0]).href))?.headers.get('content-type')).toContain('javascript');
      expect(answer?.status, path).toBe(200);
    }
    expect(html).not.toMatch(/https?:/);
  });

  test.each(['/assets/none.js', '/assets/..%2Fpeople.ts', '/elsewhere'])('has no page at %s', async (path) => {
    expect(await get(new URL(path, urls[0]).href)).toBeUndefined();
  });
});

test('a contact of SalesNexus shows the whole person, somebody else in the history and the user in the head', async () => {
  const { email, company, phone } = crmPeople.jonas;
  const html = await (await salesnexusSite.handle(new Request(salesnexusUrl(crmPeople.jonas))))?.text();
  for (const part of [email, phone, company.replace('&', '&amp;'), crmUser.email, 'frontdesk@elsewhere.test']) expect(html).toContain(part);
  expect(await salesnexusSite.handle(new Request('https://logon.salesnexus.com/contact?contactid=1'))).toBeUndefined();
});

test("the own CRM's framed part differs in its names at every load and holds what the page lacks", async () => {
  const load = async () => (await (await ownCrmSite.handle(new Request(`${ownCrmUrl(crmPeople.maria)}/work`)))?.text()) ?? '';
  const [one, other] = [await load(), await load()];
  expect(one).toContain(crmPeople.maria.phone);
  expect(one).toContain(crmPeople.maria.company);
  expect(one).not.toBe(other);
});

test('only people whom everybody may know of are in the small CRMs, each with a number of their own', () => {
  const people = Object.values(crmPeople);
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  expect(people.every(({ email }) => email.endsWith('.test'))).toBe(true);
});
