import { expect, test } from 'vitest';
import { isServedBy } from '../site.ts';
import { salesforceSite } from './salesforce.ts';
import { salesforceRecords, salesforceUrl } from './salesforce-records.ts';

const get = async (url: string) => salesforceSite.handle(new Request(url));

test('a record has an address of the org, with its options', async () => {
  const url = salesforceUrl(salesforceRecords.maria, { shadow: 'native', slow: 200 });
  expect(url).toBe('https://harbor.lightning.force.com/lightning/r/Contact/003Hr00002QwErTIAV/view?shadow=native&slow=200');
  expect(isServedBy(salesforceSite, new URL(url).hostname)).toBe(true);
  expect((await get(url))?.status).toBe(200);
});

test('a page loads nothing but files of its own', async () => {
  const text = (await (await get(salesforceUrl(salesforceRecords.maria)))?.text()) ?? '';
  const loaded = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path);
  expect(loaded).toEqual(['data:,', '/assets/look.css', '/assets/app.js']);
  expect((await get('https://harbor.lightning.force.com/assets/look.css'))?.headers.get('content-type')).toContain('text/css');
  expect((await get('https://harbor.lightning.force.com/assets/app.js'))?.headers.get('content-type')).toContain('javascript');
});

test.each(['/assets/none.js', '/assets/..%2Fsalesforce.ts', '/elsewhere'])('%s is not a page of the org', async (path) => {
  expect(await get(`https://harbor.lightning.force.com${path}`)).toBeUndefined();
});
