import { expect, test } from 'vitest';
import { adapter } from '@/lib/crm/adapters/salesnexus.ts';

const route = (url: string) => adapter.route(new URL(url));

test('hosts without the application are not read', () => {
  const urls = [
    'https://www.salesnexus.com/crm',
    'https://salesnexus.com/',
    'https://api.salesnex.us/contacts/1',
    'https://salesnexus.com.example/',
  ];
  expect(urls.map(route)).toEqual(urls.map(() => undefined));
  expect(route('https://app-beta.salesnex.us/login')).toBeUndefined();
});

test('another id in path, query or hash is another place', () => {
  const urls = ['/contacts/1', '/contacts/2', '/view?cid=1', '/view?cid=2', '/#/contact/1', '/#/contact/2'];
  expect(new Set(urls.map((path) => route(`https://app-beta.salesnex.us${path}`))).size).toBe(urls.length);
  expect(route('https://logon.salesnexus.com/view?cid=1&tab=notes')).toBe(route('https://logon.salesnexus.com/view?tab=mail&cid=1'));
});
