import type { Page } from '@playwright/test';
import { salesforceRecords, salesforceUrl } from '../sandbox/crm/salesforce-records.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { allowWriting, expect, holdWritesFor, sectionsOf, seedIds, test } from './fixtures.ts';

const mariaUrl = salesforceUrl(salesforceRecords.maria);
const ofMaria = { contactId: seedIds.contacts.maria, locationId: seedIds.locations.harbor };
/** On New York's clock, whole seconds. */
const NEW_YORK_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:00-0[45]:00$/;

const titled = (sandbox: Sandbox, title: string) => [...sandbox.state.appointments.values()].find((row) => row.title === title);
const minutes = (row: ReturnType<typeof titled>) => ((row?.endTime ?? 0) - (row?.startTime ?? 0)) / 60_000;
const free = (panel: Page) => panel.getByRole('radiogroup', { name: 'Free times' }).getByRole('radio');

test('an appointment is booked from free times, moved, called off, marked and written about', async ({
  connected,
  openWithPanel,
  sandbox,
}) => {
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel(mariaUrl);
  const { appointments } = sectionsOf(panel);
  const sent = (count: number) => expect.poll(() => sandbox.ledger.length).toBe(count);

  await appointments.getByRole('button', { name: 'Add appointment' }).click();
  const form = panel.getByRole('form', { name: 'Add appointment' });
  await expect(form.getByLabel('Calendar')).toHaveValue(seedIds.calendars.consultations);
  // This computer's clock shows another time than the location's.
  await expect(form.getByText('Times in New York, yours below.')).toBeVisible();
  await form.getByLabel('Team member').selectOption({ label: 'Tom Becker' });
  await form.getByRole('button', { name: 'Later days' }).click();
  await free(panel).first().check();
  await form.getByLabel('Title').fill('Fitting');
  await form.getByLabel('Description').fill('Second try');
  await form.getByRole('button', { name: 'Book' }).click();
  await allowWriting(panel);
  await sent(1);
  const booked = {
    calendarId: seedIds.calendars.consultations,
    assignedUserId: seedIds.users.tom,
    title: 'Fitting',
    description: 'Second try',
  };
  const times = { startTime: expect.stringMatching(NEW_YORK_TIME), endTime: expect.stringMatching(NEW_YORK_TIME) };
  expect(sandbox.ledger[0]).toMatchObject({ ...ofMaria, kind: 'appointment.create', input: { ...booked, ...times } });
  expect(minutes(titled(sandbox, 'Fitting'))).toBe(30);
  await expect(appointments.getByRole('button', { name: /^Fitting/ })).toHaveAttribute('aria-expanded', 'false');

  const before = titled(sandbox, 'Case review')?.startTime;
  await appointments.getByRole('button', { name: /^Case review/ }).click();
  await appointments.getByRole('button', { name: 'Reschedule' }).click();
  await free(panel).last().check();
  await appointments.getByRole('button', { name: 'Move' }).click();
  await sent(2);
  expect(sandbox.ledger[1]).toMatchObject({ ...ofMaria, kind: 'appointment.update', input: times });
  expect(Object.keys(sandbox.ledger[1]?.input as object).sort()).toEqual(['endTime', 'startTime']);
  expect(titled(sandbox, 'Case review')?.startTime).not.toBe(before);
  expect(minutes(titled(sandbox, 'Case review'))).toBe(30);

  await appointments.getByRole('button', { name: /^Practice tour/ }).click();
  const tour = appointments.getByRole('listitem').filter({ hasText: 'Practice tour' });
  await tour.getByRole('button', { name: 'Cancel appointment' }).click();
  await tour
    .getByRole('group', { name: /Cancel this appointment\?/ })
    .getByRole('button', { name: 'Cancel appointment' })
    .click();
  await sent(3);
  expect(sandbox.ledger[2]).toMatchObject({ ...ofMaria, kind: 'appointment.update', input: { appointmentStatus: 'cancelled' } });

  await appointments.getByText('2 past').click();
  await appointments.getByRole('button', { name: /^Introductory call/ }).click();
  const past = appointments.getByRole('listitem').filter({ hasText: 'Introductory call' });
  await past.getByLabel('Status').selectOption('No-show');
  await sent(4);
  await past.getByRole('textbox', { name: 'Appointment note' }).fill('Rang twice, no answer');
  await past.getByRole('button', { name: 'Add appointment note' }).click();
  await sent(5);
  expect(sandbox.ledger.slice(3)).toMatchObject([
    { ...ofMaria, kind: 'appointment.update', input: { appointmentStatus: 'noshow' } },
    { ...ofMaria, kind: 'appointment.note.create', input: { body: 'Rang twice, no answer' } },
  ]);
  await expect(past.getByRole('listitem')).toHaveText(/Rang twice, no answer/);
  await past.getByRole('button', { name: 'Edit appointment note' }).click();
  await past.getByRole('textbox', { name: 'Edit appointment note' }).fill('Rang three times');
  await past.getByRole('button', { name: 'Save', exact: true }).click();
  await sent(6);
  expect(sandbox.ledger[5]).toMatchObject({ ...ofMaria, kind: 'appointment.note.update', input: { body: 'Rang three times' } });
  await expect(past.getByRole('listitem')).toHaveText(/Rang three times/);
  await past.getByRole('button', { name: 'Delete appointment note' }).click();
  await past.getByRole('button', { name: 'Delete appointment', exact: true }).click();
  await past
    .getByRole('group', { name: /Delete this appointment\?/ })
    .getByRole('button', { name: 'Delete appointment' })
    .click();
  await expect.poll(() => titled(sandbox, 'Introductory call')).toBeUndefined();
  expect(sandbox.ledger.map(({ kind }) => kind).slice(6)).toEqual(['appointment.note.delete', 'appointment.delete']);
});

test('a time that was taken meanwhile is said, and another one booked in its place', async ({ connected, openWithPanel, sandbox }) => {
  await holdWritesFor(connected, 0);
  const { panel } = await openWithPanel(mariaUrl);
  const { appointments } = sectionsOf(panel);
  const refuse = (status: number, message: unknown) =>
    sandbox.faults.add({
      match: { method: 'POST', path: /^\/calendars\/events\/appointments$/ },
      times: 1,
      status,
      body: { statusCode: status, message },
    });
  // Some tokens are refused the search for users; the location's own list has them too.
  sandbox.faults.add({ match: { path: /^\/users\/search$/ }, status: 403, body: { statusCode: 403, message: 'Forbidden' } });
  refuse(400, 'The slot you have selected is no longer available.');
  await appointments.getByRole('button', { name: 'Add appointment' }).click();
  await panel.getByLabel('Title').fill('Fitting');
  await free(panel).first().check();
  await appointments.getByRole('button', { name: 'Book' }).click();
  await allowWriting(panel);
  await expect(appointments.getByRole('alert')).toContainText('HighLevel did not take this time.');
  expect(sandbox.ledger).toEqual([]);
  refuse(422, ['A team member needs to be selected']);
  await appointments.getByRole('button', { name: 'Choose another time' }).click();
  await expect(panel.getByLabel('Title')).toHaveValue('Fitting');
  await free(panel).nth(2).check();
  await appointments.getByRole('button', { name: 'Book' }).click();
  await appointments.getByRole('button', { name: 'Choose a team member' }).click();
  await panel.getByLabel('Team member').selectOption({ label: 'Priya Shah' });
  await free(panel).nth(1).check();
  await appointments.getByRole('button', { name: 'Book' }).click();
  await expect
    .poll(() => sandbox.ledger)
    .toMatchObject([{ ...ofMaria, kind: 'appointment.create', input: { title: 'Fitting', assignedUserId: seedIds.users.priya } }]);
  await expect(appointments.getByRole('alert')).toHaveCount(0);
  await expect(appointments.getByRole('button', { name: /^Fitting/ })).toHaveCount(1);
  expect(sandbox.log.filter(({ path, status }) => path === '/users/' && status === 200)).toHaveLength(1);
});
