// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AppFailure } from '@/lib/core/errors.ts';
import { builtIn, fakeGateway, harbor } from './options-gateway.ts';
import { showOptions } from './show-options.tsx';

afterEach(cleanup);

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const fill = async (name: string, value: string) => fireEvent.change(await screen.findByRole('textbox', { name }), { target: { value } });

async function connectWithToken(token: string, locationId: string): Promise<void> {
  await fill('Private integration token', token);
  await fill('Location ID', locationId);
  await press('Connect with token');
}

describe('connecting with a token', () => {
  it('hands over the token and the location, without the blanks of pasting, and names the location', async () => {
    const gateway = showOptions(fakeGateway());
    await connectWithToken('  pit-1234 ', ' loc1\n');
    expect(await screen.findByText(/Connected to/)).toHaveProperty('textContent', 'Connected to Harbor Dental');
    expect(gateway.connectWithToken).toHaveBeenCalledExactlyOnceWith({ token: 'pit-1234', locationId: 'loc1' });
    expect(screen.queryByRole('textbox', { name: 'Private integration token' })).toBeNull();
  });

  it('takes the location from a pasted address of HighLevel’s app', async () => {
    const gateway = showOptions(fakeGateway());
    await connectWithToken('pit-1', 'https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/dashboard?x=1');
    await waitFor(() =>
      expect(gateway.connectWithToken).toHaveBeenCalledExactlyOnceWith({ token: 'pit-1', locationId: 've9EPM428h8vShlRW1KT' }),
    );
  });

  it('says which scopes the token needs, also once it is connected', async () => {
    showOptions(fakeGateway({ connection: harbor }));
    await screen.findByText(/Connected to/);
    screen.getByText('Scopes to tick for the token');
    screen.getByText('contacts.readonly');
  });

  it.each([
    ['sign_in_failed', 'HighLevel does not accept this token for this location.'],
    ['wrong_location', 'This token belongs to another location.'],
    ['timeout', 'HighLevel did not answer in time.'],
  ] as const)('says why it did not work (%s) and keeps what was typed', async (code, sentence) => {
    showOptions(fakeGateway({ failure: { code } }));
    await connectWithToken('pit-1', 'loc1');
    expect((await screen.findByRole('alert')).textContent).toContain(sentence);
    expect(screen.getByRole('textbox', { name: 'Private integration token' })).toHaveProperty('value', 'pit-1');
    expect(screen.getByRole('button', { name: 'Connect with token' })).toHaveProperty('disabled', false);
  });

  it('cannot be started twice while HighLevel is being asked', async () => {
    const gateway = showOptions(fakeGateway());
    gateway.connectWithToken.mockReturnValue(new Promise(() => undefined));
    await connectWithToken('pit-1', 'loc1');
    await screen.findByText('Trying the token.');
    expect(screen.getByRole('button', { name: 'Connect with token' })).toHaveProperty('disabled', true);
  });

  it('asks the browser for access when it was taken away, and then goes on', async () => {
    const gateway = fakeGateway();
    gateway.connectWithToken.mockRejectedValueOnce(new AppFailure({ code: 'host_permission' }));
    showOptions(gateway);
    await connectWithToken('pit-1', 'loc1');
    await press('Allow access');
    await screen.findByText(/Connected to/);
    expect(gateway.allowHost).toHaveBeenCalledOnce();
  });

  it('masks the token until it is to be shown', async () => {
    showOptions(fakeGateway());
    const field = await screen.findByRole('textbox', { name: 'Private integration token' });
    expect(field.className).toMatch(/masked/);
    expect(field.getAttribute('autocomplete')).toBe('off');
    await press('Show');
    expect(field.className).not.toMatch(/masked/);
  });

  it('lists the scopes to tick', async () => {
    showOptions(fakeGateway());
    expect((await screen.findAllByText(/^contacts\./)).map((scope) => scope.textContent)).toEqual(['contacts.readonly', 'contacts.write']);
  });
});

describe('signing in to HighLevel', () => {
  it('ends connected', async () => {
    showOptions(fakeGateway());
    await press('Connect with HighLevel');
    await screen.findByText(/Connected to/);
    screen.getByText('By signing in to HighLevel.');
  });

  it.each([
    ['sign_in_cancelled', 'The sign-in window was closed before it was done.'],
    ['broker_unreachable', 'The sign-in service cannot be reached.'],
  ] as const)('says why not (%s)', async (code, sentence) => {
    showOptions(fakeGateway({ failure: { code } }));
    await press('Connect with HighLevel');
    expect((await screen.findByRole('alert')).textContent).toContain(sentence);
  });
});

describe('disconnecting', () => {
  it('says how many changes are not sent, and does nothing until confirmed', async () => {
    const gateway = showOptions(fakeGateway({ connection: harbor, unsent: 3 }));
    await press('Disconnect');
    const question = await screen.findByRole('group', { name: /Disconnect from Harbor Dental\? 3 changes are not sent yet\./ });
    expect(gateway.disconnect).not.toHaveBeenCalled();
    fireEvent.click(within(question).getByRole('button', { name: 'Disconnect' }));
    await screen.findByText('Not connected to HighLevel.');
    expect(gateway.disconnect).toHaveBeenCalledOnce();
  });

  it('can be called off', async () => {
    const gateway = showOptions(fakeGateway({ connection: harbor }));
    await press('Disconnect');
    await screen.findByText(/Nothing is waiting to be sent/);
    await press('Stay connected');
    expect(document.activeElement).toBe(await screen.findByRole('button', { name: 'Disconnect' }));
    expect(gateway.disconnect).not.toHaveBeenCalled();
  });

  it('still asks when the outbox cannot be counted', async () => {
    const gateway = fakeGateway({ connection: harbor });
    gateway.countUnsent.mockRejectedValue(new Error('broken'));
    showOptions(gateway);
    await press('Disconnect');
    await screen.findByText(/Changes that are not sent yet stay on this computer/);
  });
});

it('offers to connect again when the connection has ended, with its location filled in', async () => {
  showOptions(fakeGateway({ connection: { ...harbor, needsReconnect: true } }));
  await screen.findByText(/has ended/);
  expect(await screen.findByRole('textbox', { name: 'Location ID' })).toHaveProperty('value', 'loc1');
});

it('offers to ask again when the connection cannot be read', async () => {
  const gateway = fakeGateway({ connection: harbor });
  gateway.connection.mockRejectedValueOnce(new Error('no background'));
  showOptions(gateway);
  await press('Try again');
  await screen.findByText(/Connected to/);
});

describe('a built-in CRM', () => {
  const toggle = (name: string) => screen.findByRole<HTMLInputElement>('switch', { name });

  it.each(['Salesforce', 'Saleshandy', 'SalesNexus', 'Salesmsg'])('has a switch, which is off after installing: %s', async (name) => {
    showOptions(fakeGateway());
    expect((await toggle(name)).checked).toBe(false);
  });

  it('asks the browser in the click itself when it is switched on', async () => {
    const { sites } = showOptions(fakeGateway());
    fireEvent.click(await toggle('Salesforce'));
    // At once: the browser takes a later question for one that nobody asked for.
    expect(sites.switchOn).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id: 'salesforce', patterns: ['https://salesforce.test/*'] }),
    );
    await waitFor(async () => expect((await toggle('Salesforce')).checked).toBe(true));
    expect((await toggle('Saleshandy')).checked).toBe(false);
  });

  it('stays off, and says so, when the person refuses', async () => {
    const gateway = fakeGateway();
    gateway.sites.switchOn.mockResolvedValue(false);
    showOptions(gateway);
    fireEvent.click(await toggle('Salesforce'));
    expect((await screen.findByRole('alert')).textContent).toContain('nothing has changed');
    expect((await toggle('Salesforce')).checked).toBe(false);
  });

  it('gives its permission back when it is switched off', async () => {
    const { sites } = showOptions(fakeGateway({ sites: builtIn.map((site) => ({ ...site, state: 'on' as const })) }));
    fireEvent.click(await toggle('Salesmsg'));
    await waitFor(async () => expect((await toggle('Salesmsg')).checked).toBe(false));
    expect(sites.switchOff).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'salesmsg' }));
  });

  it('follows what another page does', async () => {
    const { sites } = showOptions(fakeGateway());
    await toggle('Salesforce');
    sites.set('salesforce', 'on');
    await waitFor(async () => expect((await toggle('Salesforce')).checked).toBe(true));
  });

  it('says that the browser took its permission away, and asks for it again', async () => {
    const { sites } = showOptions(
      fakeGateway({ sites: builtIn.map((site) => ({ ...site, state: site.id === 'salesforce' ? ('blocked' as const) : site.state })) }),
    );
    await screen.findByText(/no longer allows/);
    await press('Allow');
    expect(sites.switchOn).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.queryByText(/no longer allows/)).toBeNull());
  });

  it('says when it could not be switched', async () => {
    const gateway = fakeGateway();
    gateway.sites.switchOn.mockRejectedValue(new AppFailure({ code: 'storage' }));
    showOptions(gateway);
    fireEvent.click(await toggle('Salesforce'));
    await screen.findByRole('alert');
    expect((await toggle('Salesforce')).checked).toBe(false);
  });
});

describe('the time to undo', () => {
  const field = () => screen.findByRole('spinbutton', { name: 'Seconds to undo' });

  it('is kept in milliseconds', async () => {
    const { settings } = showOptions(fakeGateway());
    await waitFor(async () => expect(await field()).toHaveProperty('value', '6'));
    fireEvent.change(await field(), { target: { value: '10' } });
    await screen.findByText('Saved.');
    expect(await settings.holdMs.get()).toBe(10_000);
  });

  it.each(['', '-1', '61', '2.5'])('stays when %j is typed', async (typed) => {
    const { settings } = showOptions(fakeGateway());
    await waitFor(async () => expect(await field()).toHaveProperty('value', '6'));
    fireEvent.change(await field(), { target: { value: typed } });
    expect((await field()).getAttribute('aria-invalid')).toBe('true');
    fireEvent.blur(await field());
    expect(await field()).toHaveProperty('value', '6');
    expect(await settings.holdMs.get()).toBe(6_000);
  });
});

describe('favourite tags', () => {
  const type = async (value: string) => {
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Favourite tags' })).toHaveProperty('value', 'vip'));
    await fill('Favourite tags', value);
    await press('Save tags');
  };

  it('are read from lines and commas, each once', async () => {
    const { settings } = showOptions(fakeGateway());
    await type(' vip, Webinar 2026\n\nVIP\nreferral;');
    await screen.findByText('Saved.');
    expect(await settings.favouriteTags.get()).toEqual(['vip', 'Webinar 2026', 'referral']);
  });

  it('can be emptied', async () => {
    const { settings } = showOptions(fakeGateway());
    await type('');
    await screen.findByText('Saved.');
    expect(await settings.favouriteTags.get()).toEqual([]);
  });

  it('are not saved when they are too many', async () => {
    const { settings } = showOptions(fakeGateway());
    await type(Array.from({ length: 51 }, (_, index) => `tag ${index}`).join('\n'));
    await screen.findByText('At most 50 tags of up to 200 characters.');
    expect(await settings.favouriteTags.get()).toEqual(['vip']);
  });
});
