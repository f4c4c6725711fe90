// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OptionsGatewayProvider } from '@/components/options/gateway.tsx';
import { OptionsPage } from '@/components/options/OptionsPage.tsx';
import { AppFailure } from '@/lib/core/errors.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { parseRule, writeRule } from '@/lib/query/rule-file.ts';
import type { TaughtSite } from '@/lib/sites/acts.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { builtIn, fakeGateway, memorySetting } from './options-gateway.ts';

afterEach(cleanup);

const rule: TaughtRule = {
  version: 1,
  origin: 'https://crm.acme.test',
  label: 'Acme CRM',
  path: '/contacts/:id',
  recordId: { from: 'path', at: 1 },
  fields: { name: [{ kind: 'label', text: 'Name' }], email: [{ kind: 'link', scheme: 'mailto', within: 'main', at: 0 }] },
  taughtAt: 1,
};
const acme: SiteView = {
  id: rule.origin,
  label: rule.label,
  kind: 'taught',
  state: 'on',
  patterns: ['https://crm.acme.test/*'],
  failing: [],
};
const healthy: TaughtSite = { rule, isPaused: false, successes: 42, failures: 0, missing: [] };

function open(taught: readonly TaughtSite[] = [healthy], settings: Parameters<typeof fakeGateway>[0] = {}) {
  const gateway = fakeGateway({ sites: [...builtIn, ...(taught.length > 0 ? [acme] : [])], ...settings });
  gateway.sites.taught.mockResolvedValue([...taught]);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <OptionsGatewayProvider value={gateway}>
        <OptionsPage />
      </OptionsGatewayProvider>
    </QueryClientProvider>,
  );
  return gateway;
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const fill = (name: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

describe('a site that was taught', () => {
  it('says where it is and how well it is read', async () => {
    open([{ ...healthy, failures: 3, missing: ['email'] }]);
    const toggle = await screen.findByRole<HTMLInputElement>('switch', { name: 'Acme CRM' });
    expect(toggle.checked).toBe(true);
    screen.getByText('crm.acme.test · Read 42 records. The last 3 failed: the e-mail.');
  });

  it('rests when it is switched off: what was taught and the permission stay', async () => {
    const { sites } = open();
    fireEvent.click(await screen.findByRole('switch', { name: 'Acme CRM' }));
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Acme CRM' }).checked).toBe(false));
    expect(sites.pause).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: rule.origin, kind: 'taught' }));
    expect(sites.switchOff).not.toHaveBeenCalled();
    expect(sites.forgetRule).not.toHaveBeenCalled();
  });

  it('is forgotten only after a question', async () => {
    const { sites } = open();
    await press('Remove Acme CRM');
    screen.getByText('Forget what you taught of Acme CRM?');
    await press('Keep it');
    await press('Remove Acme CRM');
    expect(sites.forgetRule).not.toHaveBeenCalled();
    await press('Remove');
    await waitFor(() => expect(sites.forgetRule).toHaveBeenCalledExactlyOnceWith(rule.origin));
  });

  it('can be named anew, with another path and fewer fields', async () => {
    const { sites } = open();
    await press('Edit Acme CRM');
    fill('Name of this site', 'Our CRM');
    screen.getByText(/^What you change by hand is not checked on two records/);
    fill('Path of its records', '/app/people/:id');
    await press('Remove Name');
    await press('Save');
    await waitFor(() =>
      expect(sites.keepRule).toHaveBeenCalledExactlyOnceWith({
        ...rule,
        label: 'Our CRM',
        path: '/app/people/:id',
        recordId: { from: 'path', at: 2 },
        fields: { email: rule.fields.email },
      }),
    );
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Path of its records' })).toBeNull());
  });

  it.each([
    ['/app#/people/:id', { from: 'hash', at: 1 }],
    ['/people', null],
  ])('finds the record where its new path says: %s', async (path, recordId) => {
    const { sites } = open();
    await press('Edit Acme CRM');
    fill('Path of its records', path);
    await press('Save');
    await waitFor(() => expect(sites.keepRule).toHaveBeenCalledExactlyOnceWith({ ...rule, path, recordId }));
  });

  it.each([
    ['a path that is none', () => fill('Path of its records', 'people'), /path/],
    ['two places for the id', () => fill('Path of its records', '/:id/people/:id'), /path: not one :id/],
    ['nothing left to read', () => press('Remove Name').then(() => press('Remove E-mail')), /no e-mail, phone or name/],
  ])('is not kept with %s', async (_what, spoil, words) => {
    const { sites } = open();
    await press('Edit Acme CRM');
    await spoil();
    await press('Save');
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(sites.keepRule).not.toHaveBeenCalled();
  });
});

describe('exporting a site', () => {
  let made: Blob | undefined;
  beforeEach(() => {
    // jsdom has neither of them.
    Reflect.set(URL, 'createObjectURL', (blob: Blob) => {
      made = blob;
      return 'blob:made';
    });
    Reflect.set(URL, 'revokeObjectURL', () => undefined);
  });

  it('gives a file that can be imported', async () => {
    const clicked: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this.download);
    });
    open();
    await press('Export Acme CRM');
    expect(clicked).toEqual(['alongside-crm.acme.test.json']);
    expect(parseRule((await made?.text()) ?? '')).toEqual(rule);
  });
});

describe('importing a site', () => {
  const choose = async (text: string) => {
    const input = await screen.findByLabelText('Import a site');
    fireEvent.change(input, { target: { files: [new File([text], 'rule.json', { type: 'application/json' })] } });
  };

  it('asks the browser in the click, and keeps what was in the file', async () => {
    const { sites } = open([]);
    await choose(writeRule(rule));
    await screen.findByText('The file reads Acme CRM (crm.acme.test).');
    screen.getByText(/not yet checked on two records here/);
    expect(sites.allowOrigin).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Allow and keep' }));
    expect(sites.allowOrigin).toHaveBeenCalledExactlyOnceWith(rule.origin);
    await screen.findByText('Kept. Alongside reads Acme CRM now.');
    expect(sites.keepRule).toHaveBeenCalledExactlyOnceWith(rule);
  });

  it('keeps nothing when the person refuses', async () => {
    const gateway = open([]);
    gateway.sites.allowOrigin.mockResolvedValue(false);
    await choose(writeRule(rule));
    await press('Allow and keep');
    expect((await screen.findByRole('alert')).textContent).toContain('nothing has changed');
    expect(gateway.sites.keepRule).not.toHaveBeenCalled();
  });

  it.each(['https://salesforce.test', 'https://my.salesnexus.test'])(
    'asks whether it may take the place of a built-in CRM: %s',
    async (origin) => {
      const hosts = builtIn.map((site) => (site.id === 'salesnexus' ? { ...site, patterns: ['https://*.salesnexus.test/*'] } : site));
      const crm = origin.includes('nexus') ? 'SalesNexus' : 'Salesforce';
      const { sites } = open([], { sites: hosts });
      await screen.findByRole('switch', { name: crm });
      await choose(writeRule({ ...rule, origin }));
      await screen.findByText(new RegExp(`^${crm} is what Alongside knows there: this rule would be read instead`));
      expect(screen.queryByRole('button', { name: 'Allow and keep' })).toBeNull();
      await press(`Allow, and read it instead of ${crm}`);
      await waitFor(() => expect(sites.keepRule).toHaveBeenCalledOnce());
    },
  );

  it('takes no place of a CRM whose host only ends like it', async () => {
    open([], { sites: builtIn });
    await screen.findByRole('switch', { name: 'Salesforce' });
    await choose(writeRule({ ...rule, origin: 'https://notsalesforce.test' }));
    await screen.findByRole('button', { name: 'Allow and keep' });
  });

  it('says that it takes the place of what was taught there', async () => {
    open();
    await choose(writeRule(rule));
    await screen.findByText(/It takes the place of what you taught there\./);
  });

  it.each([
    ['no JSON', '<html>', 'not JSON'],
    ['another version', JSON.stringify({ ...rule, version: 2 }), 'version'],
    ['a site without https', JSON.stringify({ ...rule, origin: 'http://crm.acme.test' }), 'origin'],
    ['something unknown in it', JSON.stringify({ ...rule, script: 'alert(1)' }), 'script'],
    ['an anchor of no known kind', JSON.stringify({ ...rule, fields: { email: [{ kind: 'css', text: 'a' }] } }), 'fields.email.0'],
    ['an id where its path has none', JSON.stringify({ ...rule, path: '/app/contacts/:id' }), 'path'],
    ['an id of which its path says nothing', JSON.stringify({ ...rule, path: '/contacts/*' }), 'path'],
    ['an id in its path that it does not use', JSON.stringify({ ...rule, recordId: { from: 'query', name: 'id' } }), 'path'],
    ['an id in its path and none in its hash', JSON.stringify({ ...rule, path: '/a/:id#/b/c', recordId: { from: 'hash', at: 1 } }), 'path'],
    [
      'an anchor in any box there is',
      JSON.stringify({ ...rule, fields: { email: [{ kind: 'link', scheme: 'mailto', within: 'div', at: 0 }] } }),
      'fields.email.0.within',
    ],
    ['nothing to read', JSON.stringify({ ...rule, fields: {} }), 'no e-mail, phone or name'],
  ])('refuses a file with %s in one sentence that names it', async (_what, text, named) => {
    const { sites } = open([]);
    await choose(text);
    const alert = await screen.findByRole('alert');
    expect(alert.querySelector('p')?.textContent).toMatch(/^This file is not a rule for a site: .+\.$/);
    expect(alert.querySelector('p')?.textContent).toContain(named);
    expect(screen.queryByRole('button', { name: 'Allow and keep' })).toBeNull();
    expect(sites.keepRule).not.toHaveBeenCalled();
  });
});

describe("a company's own address of Salesforce", () => {
  const opened = () => open([], { settings: { customHosts: memorySetting({ salesforce: ['https://crm.acme.test'] }) } });

  it('is listed, and can be removed', async () => {
    const { sites } = opened();
    await press('Remove crm.acme.test');
    await waitFor(() => expect(sites.removeHost).toHaveBeenCalledExactlyOnceWith('salesforce', 'https://crm.acme.test'));
  });

  it('is added in the click itself, from whatever address of it is pasted', async () => {
    const { sites } = opened();
    await screen.findByRole('textbox', { name: 'Salesforce address' });
    fill('Salesforce address', 'https://sf.acme.test/lightning/r/Contact/003/view');
    fireEvent.submit(screen.getByRole('textbox', { name: 'Salesforce address' }));
    expect(sites.addHost).toHaveBeenCalledExactlyOnceWith('salesforce', 'https://sf.acme.test');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Salesforce address' })).toHaveProperty('value', ''));
  });

  it('is refused when it is none, without asking', async () => {
    const { sites } = opened();
    await screen.findByRole('textbox', { name: 'Salesforce address' });
    fill('Salesforce address', 'http://sf.acme.test');
    fireEvent.submit(screen.getByRole('textbox', { name: 'Salesforce address' }));
    await screen.findByText('This is not the address of a website that starts with https.');
    expect(sites.addHost).not.toHaveBeenCalled();
  });

  it('says when the list of sites cannot be read', async () => {
    const gateway = fakeGateway();
    gateway.sites.list.mockRejectedValue(new AppFailure({ code: 'storage' }));
    render(
      <QueryClientProvider client={new QueryClient()}>
        <OptionsGatewayProvider value={gateway}>
          <OptionsPage />
        </OptionsGatewayProvider>
      </QueryClientProvider>,
    );
    expect((await screen.findAllByRole('alert'))[0]?.textContent).toContain('storage failed');
  });
});
