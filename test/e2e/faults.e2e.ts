import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import { allowWriting, connectWithToken, expect, holdWritesFor, sectionsOf, seedIds, seedTokens, test, writesIn } from './fixtures.ts';

const { maria } = salesforceRecords;
const lunch = 'Book the quarterly lunch';
const completed = { kind: 'task.complete', contactId: seedIds.contacts.maria };
const put = { method: 'PUT' };

test.describe('a write', () => {
  test.beforeEach(async ({ connected }) => holdWritesFor(connected, 0));

  test('that HighLevel puts off by 429 goes once it may', async ({ openWithPanel, sandbox }) => {
    sandbox.faults.add({ match: put, status: 429, body: { statusCode: 429, message: 'Too Many Requests' }, times: 1 });
    const { panel } = await openWithPanel(salesforceUrl(maria));
    await sectionsOf(panel).task(lunch).click();
    await allowWriting(panel);
    await expect.poll(() => writesIn(sandbox).map(({ status }) => status), { timeout: 30_000 }).toEqual([429, 200]);
    expect(sandbox.ledger).toMatchObject([completed]);
    await expect(sectionsOf(panel).tasks.getByText('2 done')).toBeVisible();
  });

  test('whose answer is lost is checked, not repeated', async ({ openWithPanel, sandbox }) => {
    sandbox.faults.add({ match: put, drop: 'after' });
    const { panel } = await openWithPanel(salesforceUrl(maria));
    const { task, notes } = sectionsOf(panel);
    await task(lunch).click();
    await allowWriting(panel);
    await expect(panel.getByText('Checking: it is not certain')).toBeVisible();
    await expect(panel.getByText('It may already be in HighLevel.')).toBeVisible();
    // Another write of the same contact comes and goes meanwhile: whatever was to be repeated would have been by then.
    await notes.getByRole('textbox', { name: 'New note' }).fill('Meanwhile.');
    await notes.getByRole('button', { name: 'Add note' }).click();
    await expect.poll(() => sandbox.ledger).toMatchObject([completed, { kind: 'note.create' }]);
    expect(writesIn(sandbox).map(({ method }) => method)).toEqual(['PUT', 'POST']);
    await expect(panel.getByText('Checking: it is not certain')).toBeVisible();
  });

  test('whose answer is lost goes again when the person says so', async ({ openWithPanel, sandbox }) => {
    sandbox.faults.add({ match: put, drop: 'before', times: 1 });
    const { panel } = await openWithPanel(salesforceUrl(maria));
    await sectionsOf(panel).task(lunch).click();
    await allowWriting(panel);
    await expect(panel.getByText('Checking: it is not certain')).toBeVisible();
    expect(sandbox.ledger).toEqual([]);
    await panel.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(() => sandbox.ledger).toMatchObject([completed]);
    await expect(panel.getByText('Checking: it is not certain')).toHaveCount(0);
  });

  test('that meets an error of HighLevel is checked, not repeated', async ({ openWithPanel, sandbox }) => {
    sandbox.faults.add({ match: { method: 'POST', path: /\/notes$/ }, status: 500, body: { statusCode: 500, message: 'Internal' } });
    const { panel } = await openWithPanel(salesforceUrl(maria));
    const { notes } = sectionsOf(panel);
    await notes.getByRole('textbox', { name: 'New note' }).fill('Once only.');
    await notes.getByRole('button', { name: 'Add note' }).click();
    await allowWriting(panel);
    await expect(panel.getByText('Checking: it is not certain')).toBeVisible();
    await expect(panel.getByText('Once only.').first()).toBeVisible();
    expect(writesIn(sandbox)).toHaveLength(1);
  });

  test('that is answered with nonsense is checked, not repeated', async ({ openWithPanel, sandbox }) => {
    sandbox.faults.add({ match: put, transform: () => ({ task: 'yes' }) });
    const { panel } = await openWithPanel(salesforceUrl(maria));
    await sectionsOf(panel).task(lunch).click();
    await allowWriting(panel);
    await expect(panel.getByText('Checking: it is not certain')).toBeVisible();
    expect(sandbox.ledger).toMatchObject([completed]);
    expect(writesIn(sandbox)).toHaveLength(1);
  });

  test('that HighLevel refuses says why, and can be tried again or dropped', async ({ openWithPanel, sandbox }) => {
    const body = { statusCode: 422, message: ['completed must be decided on a weekday'] };
    sandbox.faults.add({ match: put, status: 422, body, times: 1 });
    const { panel } = await openWithPanel(salesforceUrl(maria));
    const { task } = sectionsOf(panel);
    await task(lunch).click();
    await allowWriting(panel);
    await expect(panel.getByText('HighLevel did not accept this: completed must be decided on a weekday.')).toBeVisible();
    await expect(task(lunch)).not.toBeChecked();
    expect(sandbox.ledger).toEqual([]);
    await panel.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(() => sandbox.ledger).toMatchObject([completed]);
    await expect(task(lunch)).toHaveCount(0);
  });

  test('that HighLevel says belongs elsewhere is kept, and says so', async ({ openWithPanel, sandbox }) => {
    sandbox.faults.add({ match: put, status: 403, body: { statusCode: 403, message: 'The token does not have access to this location.' } });
    const { panel } = await openWithPanel(salesforceUrl(maria));
    await sectionsOf(panel).task(lunch).click();
    await allowWriting(panel);
    await expect(panel.getByText('This connection belongs to another HighLevel location.')).toBeVisible();
    await expect(panel.getByText(lunch).first()).toBeVisible();
    expect(sandbox.ledger).toEqual([]);
    await panel.getByRole('button', { name: 'Discard' }).click();
    await expect(panel.getByText('This connection belongs to another HighLevel location.')).toHaveCount(0);
    expect(writesIn(sandbox)).toHaveLength(1);
  });

  test('waits while there is no network, and then goes', async ({ connected, openWithPanel, sandbox }) => {
    const { panel } = await openWithPanel(salesforceUrl(maria));
    const { task, notes } = sectionsOf(panel);
    await task('Call back about the aligner case').click();
    await allowWriting(panel);
    await expect.poll(() => sandbox.ledger.length).toBe(1);
    await expect(notes.getByText('How we work together')).toBeVisible();
    await connected.context.setOffline(true);
    await expect(panel.getByText('Offline. Showing what was saved; changes wait here.')).toBeVisible();
    await task(lunch).click();
    await expect(panel.getByText('Waiting for network')).toBeVisible();
    await expect(task(lunch)).toBeChecked();
    await expect(notes.getByText('How we work together')).toBeVisible();
    expect(writesIn(sandbox)).toHaveLength(1);
    await connected.context.setOffline(false);
    await expect.poll(() => sandbox.ledger.length, { timeout: 40_000 }).toBe(2);
    await expect(panel.getByText('Waiting for network')).toHaveCount(0);
    expect(writesIn(sandbox)).toHaveLength(2);
  });

  test('outlives a token that was revoked', async ({ connected, openWithPanel, sandbox }) => {
    const { panel } = await openWithPanel(salesforceUrl(maria));
    const { task, notes } = sectionsOf(panel);
    await expect(task(lunch)).toBeVisible();
    await expect(notes.getByText('How we work together')).toBeVisible();
    const token = sandbox.state.tokens.get(seedTokens.full);
    if (token === undefined) throw new Error('The seed has no such token.');
    sandbox.state.tokens.delete(token.value);
    await panel.getByRole('button', { name: 'Refresh' }).click();
    await expect(panel.getByText('HighLevel asks you to sign in again. Nothing is lost.').first()).toBeVisible();
    await expect(notes.getByText('How we work together')).toBeVisible();
    await task(lunch).click();
    await expect(panel.getByText('Waiting for the connection to HighLevel')).toBeVisible();
    await expect(task(lunch)).toBeChecked();
    expect(writesIn(sandbox)).toEqual([]);

    const renewed = 'pit-aaaaaaaa-0000-4000-8000-000000000001';
    sandbox.state.tokens.set(renewed, { ...token, value: renewed });
    await connectWithToken(connected, { token: renewed });
    await allowWriting(panel);
    await expect.poll(() => sandbox.ledger).toMatchObject([completed]);
    await expect(panel.getByText('HighLevel asks you to sign in again. Nothing is lost.')).toHaveCount(0);
  });
});

test.describe('a section', () => {
  test('that HighLevel fails to give says so alone, and comes when asked again', async ({
    connected: _connected,
    openWithPanel,
    sandbox,
  }) => {
    const recover = sandbox.faults.add({ match: { method: 'GET', path: /\/tasks$/ }, status: 500, body: { message: 'Internal' } });
    const { panel } = await openWithPanel(salesforceUrl(maria));
    const { tasks, notes, appointments, task } = sectionsOf(panel);
    await expect(tasks.getByText('HighLevel has a problem of its own right now.')).toBeVisible({ timeout: 20_000 });
    await expect(notes.getByText('How we work together')).toBeVisible();
    await expect(appointments.getByText('Case review')).toBeVisible();
    recover();
    await tasks.getByRole('button', { name: 'Try again' }).click();
    await expect(task(lunch)).toBeVisible();
    await expect(tasks.getByText('HighLevel has a problem of its own right now.')).toHaveCount(0);
  });

  test('that is answered with a web page says so alone', async ({ connected: _connected, openWithPanel, sandbox }) => {
    sandbox.faults.add({ match: { method: 'GET', path: /\/notes$/ }, status: 200, body: '<html>Just a moment...</html>' });
    const { panel } = await openWithPanel(salesforceUrl(maria));
    const { notes, task } = sectionsOf(panel);
    await expect(notes.getByText('HighLevel answered in a way we do not understand.')).toBeVisible();
    await expect(task(lunch)).toBeVisible();
  });

  test('of which one row is broken shows the others', async ({ connected: _connected, openWithPanel, sandbox }) => {
    const spoil = (body: unknown) => {
      // The sandbox's own answer to a list of notes.
      const { notes, ...rest } = body as { notes: object[] };
      return { ...rest, notes: [null, { id: 7, body: { html: true } }, ...notes, 'note'] };
    };
    sandbox.faults.add({ match: { method: 'GET', path: /\/notes$/ }, transform: spoil });
    const { panel } = await openWithPanel(salesforceUrl(maria));
    const { notes } = sectionsOf(panel);
    for (const text of ['How we work together', 'Agreed on the phone:', 'Left a message.']) {
      await expect(notes.getByText(text)).toBeVisible();
    }
    await expect(notes.getByRole('alert')).toHaveCount(0);
  });

  test('put off by 429 comes once it may', async ({ connected: _connected, openWithPanel, sandbox }) => {
    sandbox.faults.add({ match: { method: 'GET', path: /\/tasks$/ }, status: 429, body: { message: 'Too Many Requests' }, times: 1 });
    const { panel } = await openWithPanel(salesforceUrl(maria));
    await expect(sectionsOf(panel).task(lunch)).toBeVisible({ timeout: 25_000 });
    expect(sandbox.log.filter(({ path }) => path.endsWith('/tasks')).map(({ status }) => status)).toEqual([429, 200]);
  });
});

for (const [what, status, message, sentence] of [
  ['a paused location', 400, 'Location is not active', 'HighLevel has paused this location.'],
  [
    'a token of another location',
    403,
    'The token does not have access to this location.',
    'This connection belongs to another HighLevel location.',
  ],
] as const) {
  test(`${what} is told in one sentence, and what is known stays`, async ({ connected: _connected, openWithPanel, sandbox }) => {
    const { panel } = await openWithPanel(salesforceUrl(maria));
    const { task, notes } = sectionsOf(panel);
    await expect(task(lunch)).toBeVisible();
    await expect(notes.getByText('How we work together')).toBeVisible();
    const recover = sandbox.faults.add({ match: {}, status, body: { statusCode: status, message } });
    await panel.getByRole('button', { name: 'Refresh' }).click();
    await expect(panel.getByText(sentence).first()).toBeVisible();
    await expect(task(lunch)).toBeVisible();
    await expect(notes.getByText('How we work together')).toBeVisible();
    recover();
    await panel.getByRole('button', { name: 'Refresh' }).click();
    await expect(panel.getByText(sentence)).toHaveCount(0);
  });
}
