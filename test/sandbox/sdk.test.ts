import { Agent } from 'node:https';
import { connect } from 'node:tls';
import { HighLevel } from '@gohighlevel/api-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { sandboxScopes, seedIds, seedTokens } from './seed/ids.ts';

const app = {
  clientId: '66f2c0d1a4b37e5f9c8d1e20-test',
  clientSecret: 'a-secret',
  redirectUris: ['https://app.test/callback'],
  scopes: sandboxScopes.all,
};
const locationId = seedIds.locations.harbor;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ apps: [app] });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

/** The official client, unchanged, under the real host name: only where its connections lead is ours. */
function reach(client: HighLevel): HighLevel {
  const agent = new Agent({ ca: sandbox.certificate });
  const createConnection: Agent['createConnection'] = (options) =>
    connect({
      host: '127.0.0.1',
      port: sandbox.port,
      servername: options.servername ?? 'services.leadconnectorhq.com',
      ca: sandbox.certificate,
    });
  client.getHttpClient().defaults.httpsAgent = Object.assign(agent, { createConnection });
  client.getHttpClient().defaults.proxy = false;
  return client;
}

describe.each(['2023-02-21', 'v3'])('the official client under version %s', (apiVersion) => {
  const connected = () => reach(new HighLevel({ privateIntegrationToken: seedTokens.full, apiVersion, logLevel: 'none' }));

  it('creates, reads, changes, finds and deletes a contact', async () => {
    const { contacts } = connected();
    const { contact } = await contacts.createContact({
      locationId,
      firstName: 'Ida',
      lastName: 'Berg',
      email: 'ida@berg.test',
      phone: '+12125550111',
    });
    const contactId = contact?.id ?? '';
    expect((await contacts.updateContact({ contactId }, { city: 'Oslo' })).contact?.city).toBe('Oslo');
    expect((await contacts.getContact({ contactId })).contact).toMatchObject({ firstName: 'Ida', city: 'Oslo', email: 'ida@berg.test' });
    const filters = [{ field: 'email', operator: 'eq', value: 'ida@berg.test' }];
    // The client's type of the search body is as empty as the file it is made from.
    const found = await contacts.searchContactsAdvanced({ locationId, pageLimit: 10, filters } as object);
    expect(found.contacts.map((row: { id: string }) => row.id)).toEqual([contactId]);
    expect((await contacts.getDuplicateContact({ locationId, number: '+12125550111' })).contact.id).toBe(contactId);
    await contacts.deleteContact({ contactId });
    await expect(contacts.getContact({ contactId })).rejects.toMatchObject({ statusCode: 400 });
    expect(sandbox.violations()).toEqual([]);
  });

  it('creates, completes, changes and deletes a task', async () => {
    const { contacts } = connected();
    const contactId = seedIds.contacts.maria;
    const before = (await contacts.getAllTasks({ contactId })).tasks?.length ?? 0;
    const { task } = await contacts.createTask({ contactId }, { title: 'Call', dueDate: '2026-12-01T15:00:00Z', completed: false });
    const taskId = task?.id ?? '';
    expect((await contacts.updateTaskCompleted({ contactId, taskId }, { completed: true })).task?.completed).toBe(true);
    expect((await contacts.updateTask({ contactId, taskId }, { title: 'Call again' })).task?.title).toBe('Call again');
    expect((await contacts.getTask({ contactId, taskId })).task).toMatchObject({ title: 'Call again', completed: true });
    expect((await contacts.getAllTasks({ contactId })).tasks).toHaveLength(before + 1);
    await contacts.deleteTask({ contactId, taskId });
    expect((await contacts.getAllTasks({ contactId })).tasks).toHaveLength(before);
    expect(sandbox.violations()).toEqual([]);
  });

  it('creates, changes and deletes a note', async () => {
    const { contacts } = connected();
    const contactId = seedIds.contacts.daniel;
    const { note } = await contacts.createNote({ contactId }, { body: '<p>Hello</p>', userId: seedIds.users.priya });
    const id = note?.id ?? '';
    expect((await contacts.updateNote({ contactId, id }, { body: 'Changed' })).note?.body).toBe('Changed');
    expect((await contacts.getAllNotes({ contactId })).notes?.[0]).toMatchObject({ id, body: 'Changed', userId: seedIds.users.priya });
    await contacts.deleteNote({ contactId, id });
    await expect(contacts.getNote({ contactId, id })).rejects.toMatchObject({ statusCode: 400 });
    expect(sandbox.violations()).toEqual([]);
  });

  it('adds and removes tags, and lists the tags of the location', async () => {
    const { contacts, locations } = connected();
    const contactId = seedIds.contacts.peter;
    expect((await contacts.addTags({ contactId }, { tags: ['VIP', 'brand new'] })).tags).toEqual(['vip', 'brand new']);
    expect((await contacts.removeTags({ contactId }, { tags: ['vip'] })).tags).toEqual(['brand new']);
    const { tags } = await locations.getLocationTags({ locationId });
    expect(tags?.map((tag) => tag.name)).toContain('brand new');
    expect(sandbox.violations()).toEqual([]);
  });

  it("reads a contact's business, changes it, and lists the people of it", async () => {
    const { contacts, businesses } = connected();
    const businessId = seedIds.businesses.bayside;
    expect((await businesses.getBusiness({ businessId })).business?.name).toBe('Bayside Orthodontics');
    expect((await businesses.updateBusiness({ businessId }, { city: 'Oakland' })).buiseness.city).toBe('Oakland');
    expect((await contacts.getContactsByBusinessId({ businessId, locationId })).contacts?.length).toBeGreaterThanOrEqual(5);
    const made = await businesses.createBusiness({ name: 'Pier Nine', locationId });
    expect((await businesses.deleteBusiness({ businessId: made.buiseness.id })).success).toBe(true);
    expect((await businesses.getBusinessesByLocation({ locationId })).businesses).toHaveLength(2);
    expect(sandbox.violations()).toEqual([]);
  });
});

// The file for calendars knows another date than the one the client sends by default, which is accepted all the same.
describe.each(['2023-02-21', 'v3'])("the official client's calendar under version %s", (apiVersion) => {
  it('books, moves, reads and cancels an appointment', async () => {
    const { calendars, contacts } = reach(new HighLevel({ privateIntegrationToken: seedTokens.full, apiVersion, logLevel: 'none' }));
    const contactId = seedIds.contacts.aisha;
    const calendarId = seedIds.calendars.consultations;
    const booked = await calendars.createAppointment({
      calendarId,
      locationId,
      contactId,
      startTime: '2026-12-01T10:00:00-05:00',
      endTime: '2026-12-01T10:30:00-05:00',
    });
    const eventId = booked.id;
    await calendars.editAppointment({ eventId }, { startTime: '2026-12-02T10:00:00-05:00', appointmentStatus: 'confirmed' });
    // The live key is `appointment` where the client's types say `event`.
    expect((await calendars.getAppointment({ eventId })) as unknown).toMatchObject({
      appointment: { startTime: '2026-12-02T10:00:00-05:00' },
    });
    expect((await contacts.getAppointmentsForContact({ contactId })).events?.[0]).toMatchObject({
      id: eventId,
      startTime: '2026-12-02 10:00:00',
    });
    await calendars.deleteEvent({ eventId }, {});
    expect((await contacts.getAppointmentsForContact({ contactId })).events).toEqual([]);
    expect(sandbox.violations()).toEqual([]);
  });
});

describe('the official client with OAuth', () => {
  it('redeems a code, calls the API and refreshes', async () => {
    const client = reach(new HighLevel({ clientId: app.clientId, clientSecret: app.clientSecret, logLevel: 'none' }));
    const address = new URL(client.oauth.getAuthorizationUrl(app.clientId, app.redirectUris[0] ?? '', 'contacts.readonly contacts.write'));
    address.searchParams.set('loginWindowOpenMode', 'self');
    const consent = await sandbox.fetch(address, { method: 'POST', body: new URLSearchParams({ choice: locationId }) });
    const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const { clientId: client_id, clientSecret: client_secret } = app;
    const first = await client.oauth.getAccessToken({
      client_id,
      client_secret,
      grant_type: 'authorization_code',
      code,
      redirect_uri: app.redirectUris[0] ?? '',
    });
    const headers = { Authorization: `Bearer ${first.access_token}` };
    expect((await client.getHttpClient().get(`/contacts/${seedIds.contacts.maria}`, { headers })).data.contact.firstName).toBe('Maria');
    const second = await client.oauth.refreshToken(first.refresh_token ?? '', client_id, client_secret, 'refresh_token', 'Location');
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(sandbox.violations()).toEqual([]);
  });
});
