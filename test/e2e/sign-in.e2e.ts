import type { Page } from '@playwright/test';
import { READ_SCOPES, WRITE_SCOPES } from '../../lib/auth/scopes.ts';
import { type ExtensionBrowser, extensionIdOf } from '../browser/launch.ts';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { highLevelApp, startTestBroker, type TestBroker } from './broker.ts';
import { allowWriting, test as base, expect, seedIds, seedTokens } from './fixtures.ts';
import { type Kept, readKept } from './kept.ts';

const test = base.extend<{ broker: TestBroker }>({
  broker: async ({ sandbox }, use) => {
    const broker = await startTestBroker(sandbox, extensionIdOf());
    await use(broker);
    await broker.stop();
  },
  brokerPort: async ({ broker }, use) => use(broker.port),
});

const { harbor, northlight } = seedIds.locations;

async function fillToken(options: Page, token: string, locationId: string): Promise<void> {
  await options.getByRole('textbox', { name: 'Private integration token' }).fill(token);
  await options.getByRole('textbox', { name: 'Location ID' }).fill(locationId);
  await options.getByRole('button', { name: 'Connect with token' }).click();
}

function expectNothingKept(kept: Kept): void {
  expect(kept.rows['alongside-vault/connections'] ?? 0).toBe(0);
  expect(`${kept.local}${kept.session}${kept.bytes}`).not.toMatch(/pit-|eyJ-sandbox|"access"/);
}

test.describe('by private integration token', () => {
  const refused = 'HighLevel does not accept this token for this location.';
  const attempts = [
    {
      title: 'a token HighLevel does not know',
      token: seedTokens.full.replace('pit-3', 'pit-4'),
      locationId: harbor,
      sentence: refused,
      calls: 1,
    },
    {
      title: 'the token of another location',
      token: seedTokens.full,
      locationId: northlight,
      sentence: 'This token belongs to another location.',
      calls: 1,
    },
    { title: 'what cannot be a token', token: 'pit-ключ mit Leerzeichen', locationId: harbor, sentence: refused, calls: 0 },
    { title: 'what cannot be a location id', token: seedTokens.full, locationId: '../contacts?x=1', sentence: refused, calls: 0 },
  ];
  for (const { title, token, locationId, sentence, calls } of attempts) {
    test(`${title} is refused in one sentence, and nothing is kept`, async ({ alongside, sandbox }) => {
      const options = await alongside.openOptions();
      await fillToken(options, token, locationId);
      await expect(options.getByRole('alert').getByRole('paragraph')).toHaveText([sentence]);
      await expect(options.getByText('Not connected to HighLevel.')).toBeVisible();
      expectNothingKept(await readKept(options));
      expect(sandbox.log).toHaveLength(calls);
    });
  }

  test('a network that is down is told as such, nothing is kept, and it works again afterwards', async ({ alongside, sandbox }) => {
    const options = await alongside.openOptions();
    await alongside.context.setOffline(true);
    await fillToken(options, seedTokens.full, harbor);
    await expect(options.getByRole('alert').getByRole('paragraph')).toHaveText(['You are offline.']);
    expectNothingKept(await readKept(options));
    expect(sandbox.log).toHaveLength(0);
    await alongside.context.setOffline(false);
    await options.getByRole('button', { name: 'Try again' }).click();
    await expect(options.getByText('Connected to Harbor Dental')).toBeVisible();
  });

  test('a connection that is kept names its location, and holds the token encrypted', async ({ alongside }) => {
    const options = await alongside.openOptions();
    await fillToken(options, seedTokens.full, harbor);
    await expect(options.getByText('Connected to Harbor Dental')).toBeVisible();
    const kept = await readKept(options);
    expect(kept.rows['alongside-vault/connections']).toBe(1);
    expect(`${kept.local}${kept.session}${kept.bytes}`).not.toContain(seedTokens.full);
  });

  test('disconnecting wipes the connection and all that was read, with the panel open', async ({ connected, openWithPanel }) => {
    const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Maria Gomez');
    await expect(panel.getByRole('region', { name: 'Tasks' }).getByRole('checkbox').first()).toBeVisible();
    const options = await connected.openOptions();
    await expect.poll(async () => (await readKept(options)).rows['alongside-reads/reads']).toBeGreaterThan(0);
    await disconnect(options);
    await expect(panel.getByText('Alongside is not connected to HighLevel.')).toBeVisible();
    const kept = await readKept(options);
    expectNothingKept(kept);
    expect(kept.rows).toMatchObject({ 'alongside-reads/reads': 0, 'alongside-links/links': 0 });
    await panel.close();
    expect((await readKept(options)).rows).toMatchObject({ 'alongside-reads/reads': 0 });
  });
});

test.describe('by HighLevel', () => {
  test('a chosen location is connected, with reading scopes only', async ({ alongside, sandbox }) => {
    const options = await alongside.openOptions();
    const consent = await startSignIn(alongside, options);
    await consent.getByRole('button', { name: 'Connect Harbor Dental' }).click();
    await expect(options.getByText('Connected to Harbor Dental')).toBeVisible();
    await expect(options.getByText('Reading. The first change asks before anything is written.')).toBeVisible();
    expect(sandbox.state.consents.map(({ scope, outcome }) => ({ scope, outcome }))).toEqual([
      { scope: READ_SCOPES.join(' '), outcome: 'shown' },
      { scope: READ_SCOPES.join(' '), outcome: 'granted' },
    ]);
  });

  test('a press on Cancel is told as such and can be done again', async ({ alongside }) => {
    const options = await alongside.openOptions();
    const consent = await startSignIn(alongside, options);
    await consent.getByRole('button', { name: 'Cancel' }).click();
    await expectNotConnected(options, 'The sign-in window was closed before it was done.');
    const again = await startSignIn(alongside, options);
    await again.getByRole('button', { name: 'Connect Harbor Dental' }).click();
    await expect(options.getByText('Connected to Harbor Dental')).toBeVisible();
  });

  test('a closed window is told as such', async ({ alongside, broker }) => {
    const options = await alongside.openOptions();
    const consent = await startSignIn(alongside, options);
    await consent.close();
    await expectNotConnected(options, 'The sign-in window was closed before it was done.');
    expect(broker.tokenRequests).toHaveLength(0);
  });

  test('an answer with another state is nobody’s: its code is not even exchanged', async ({ alongside, broker }) => {
    broker.changeRedirect((location) => {
      if (location.host.endsWith('chromiumapp.org')) location.searchParams.set('state', 'somebody-elses-state');
    });
    const options = await alongside.openOptions();
    const consent = await startSignIn(alongside, options);
    await consent.getByRole('button', { name: 'Connect Harbor Dental' }).click();
    await expectNotConnected(options, 'HighLevel did not accept the sign-in.');
    expect(broker.tokenRequests).toHaveLength(0);
  });

  test('an answer of HighLevel with another state ends at the broker', async ({ alongside, broker, sandbox }) => {
    broker.changeRedirect((location) => {
      if (location.host === 'marketplace.gohighlevel.com') location.searchParams.set('state', 'somebody-elses-state');
    });
    const options = await alongside.openOptions();
    const consent = await startSignIn(alongside, options);
    await consent.getByRole('button', { name: 'Connect Harbor Dental' }).click();
    await expect(consent.getByText('This sign-in has ended')).toBeVisible();
    await consent.close();
    await expectNotConnected(options, 'The sign-in window was closed before it was done.');
    expect(sandbox.log.filter(({ path }) => path === '/oauth/token')).toHaveLength(0);
  });

  test('a broker that is down is told as such', async ({ alongside, broker }) => {
    await broker.stop();
    const options = await alongside.openOptions();
    await options.getByRole('button', { name: 'Connect with HighLevel' }).click();
    await expectNotConnected(options, 'The sign-in service cannot be reached.');
  });

  test('the first write asks for the writing scope, and then goes on', async ({ alongside, openWithPanel, sandbox }) => {
    await signIn(alongside);
    await alongside.switchOn('Salesforce');
    const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
    await panel.getByRole('textbox', { name: 'New note' }).fill('Called, will ring back.');
    await panel.getByRole('button', { name: 'Add note' }).click();
    await panel.getByRole('button', { name: 'Send now' }).click();
    await expect(panel.getByText('Allow Alongside to write to Harbor Dental?')).toBeVisible();
    expect(sandbox.ledger).toHaveLength(0);
    const opened = alongside.context.waitForEvent('page');
    await allowWriting(panel);
    await (await opened).getByRole('button', { name: 'Connect Harbor Dental' }).click();
    await expect
      .poll(() => sandbox.ledger.map(({ kind, contactId }) => ({ kind, contactId })))
      .toEqual([{ kind: 'note.create', contactId: seedIds.contacts.maria }]);
    expect(sandbox.state.consents.at(-1)).toMatchObject({ scope: [...READ_SCOPES, ...WRITE_SCOPES].join(' '), outcome: 'granted' });
  });

  test('writing that is refused in the window keeps the write and the connection', async ({ alongside, openWithPanel, sandbox }) => {
    await signIn(alongside);
    await alongside.switchOn('Salesforce');
    const { panel } = await openWithPanel(salesforceUrl(salesforceRecords.maria));
    await panel.getByRole('textbox', { name: 'New note' }).fill('Called, will ring back.');
    await panel.getByRole('button', { name: 'Add note' }).click();
    await panel.getByRole('button', { name: 'Send now' }).click();
    const opened = alongside.context.waitForEvent('page');
    await allowWriting(panel);
    await (await opened).getByRole('button', { name: 'Cancel' }).click();
    await expect(panel.getByText('The sign-in window was closed before it was done.')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Allow writing' })).toBeEnabled();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Maria Gomez');
    expect(sandbox.ledger).toHaveLength(0);
  });

  test('20 reads at once with an expired access token renew it exactly once', async ({ alongside, broker, sandbox }) => {
    await signIn(alongside);
    const options = await alongside.openOptions();
    sandbox.expireAccessTokens();
    const before = sandbox.log.length;
    const contactIds = [...sandbox.state.contacts.values()].filter(({ locationId }) => locationId === harbor).map(({ id }) => id);
    const endpoints = ['contacts.get', 'tasks.list', 'notes.list'];
    const reads = endpoints.flatMap((endpoint) => contactIds.map((contactId) => ({ endpoint, input: { contactId } }))).slice(0, 20);
    expect(reads).toHaveLength(20);
    expect(await askAll(options, reads)).toEqual(reads.map(() => true));
    const log = sandbox.log.slice(before);
    expect(log.filter(({ path }) => path === '/oauth/token')).toHaveLength(1);
    expect(broker.tokenRequests.filter((form) => form.get('grant_type') === 'refresh_token')).toHaveLength(1);
    expect(log.some(({ status }) => status === 401)).toBe(true);
  });

  test('neither the client secret nor HighLevel’s refresh token reaches the browser', async ({ alongside, broker, sandbox }) => {
    const received: Promise<string>[] = [];
    alongside.context.on('response', (response) => received.push(response.text().catch(() => '')));
    await signIn(alongside);
    const options = await alongside.openOptions();
    sandbox.expireAccessTokens();
    expect(await askAll(options, [{ endpoint: 'contacts.get', input: { contactId: seedIds.contacts.maria } }])).toEqual([true]);
    const kept = await readKept(options);
    const all = [...broker.received, ...(await Promise.all(received)), kept.local, kept.session, kept.bytes].join('\n');
    // What is searched for is there to be found: the access token came by the same way.
    expect(broker.received.join('\n')).toContain('eyJ-sandbox-access.');
    expect(sandbox.state.refreshTokens.size).toBeGreaterThan(1);
    for (const secret of [highLevelApp.clientSecret, 'eyJ-sandbox-refresh.', ...sandbox.state.refreshTokens.keys()]) {
      expect(all).not.toContain(secret);
    }
    expect(kept.local).not.toContain('eyJ-');
    expect(kept.bytes).not.toContain('eyJ-');
  });

  test('disconnecting ends the session at the broker and leaves no token', async ({ alongside, broker }) => {
    await signIn(alongside);
    const options = await alongside.openOptions();
    expect((await readKept(options)).session).toContain('eyJ-sandbox-access.');
    const sent = broker.received.length;
    await disconnect(options);
    expectNothingKept(await readKept(options));
    await expect.poll(() => broker.received.length).toBe(sent + 1);
  });
});

async function startSignIn({ context }: ExtensionBrowser, options: Page): Promise<Page> {
  const opened = context.waitForEvent('page');
  await options.getByRole('button', { name: 'Connect with HighLevel' }).click();
  return opened;
}

async function signIn(alongside: ExtensionBrowser): Promise<void> {
  const options = await alongside.openOptions();
  const consent = await startSignIn(alongside, options);
  await consent.getByRole('button', { name: 'Connect Harbor Dental' }).click();
  await expect(options.getByText('Connected to Harbor Dental')).toBeVisible();
  await options.close();
}

async function disconnect(options: Page): Promise<void> {
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await options.getByRole('group').getByRole('button', { name: 'Disconnect' }).click();
  await expect(options.getByText('Not connected to HighLevel.')).toBeVisible();
}

async function expectNotConnected(options: Page, sentence: string): Promise<void> {
  await expect(options.getByRole('alert').getByRole('paragraph')).toHaveText([sentence]);
  await expect(options.getByText('Not connected to HighLevel.')).toBeVisible();
  expectNothingKept(await readKept(options));
}

/** Reads as the panel asks for them, all at once; whether each was answered. */
function askAll(page: Page, reads: readonly { endpoint: string; input: object }[]): Promise<boolean[]> {
  return page.evaluate(
    async (questions) =>
      Promise.all(
        questions.map(async (data, index) => {
          const answer = await chrome.runtime.sendMessage({ id: 1000 + index, type: 'read', data, timestamp: Date.now() });
          return answer?.res?.ok === true;
        }),
      ),
    reads,
  );
}
