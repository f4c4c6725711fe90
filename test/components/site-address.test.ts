import { expect, it } from 'vitest';
import { hostOfOrigin, toOrigin } from '@/components/site/site-address.ts';

it.each([
  ['crm.acme.com', 'https://crm.acme.com'],
  [' https://CRM.acme.com/contacts/7?tab=1#x ', 'https://crm.acme.com'],
  ['crm.acme.com:8443/a', 'https://crm.acme.com:8443'],
  ['bücher.example', 'https://xn--bcher-kva.example'],
])('reads the site of %j', (typed, origin) => expect(toOrigin(typed)).toBe(origin));

it.each(['', 'acme', 'http://crm.acme.com', 'chrome://extensions', 'javascript:alert(1)', 'https://me:pw@crm.acme.com', 'crm acme com'])(
  'takes %j for no site',
  (typed) => expect(toOrigin(typed)).toBeUndefined(),
);

it('shows an origin as its host', () => expect(hostOfOrigin('https://crm.acme.com')).toBe('crm.acme.com'));
