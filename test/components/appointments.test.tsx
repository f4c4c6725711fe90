// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { AppFailure } from '@/lib/core/errors.ts';
import { readerTimeZone } from '@/lib/core/time-zones.ts';
import type { FakeGateway, FakeWorld } from '../query/fake-gateway.ts';
import { answers, show } from './show-panel.tsx';

const now = Date.parse('2026-11-21T15:00:00Z');
const consultation = {
  id: 'a1',
  calendarId: 'cal1',
  title: 'Case review',
  appointmentStatus: 'confirmed',
  assignedUserId: 'u1',
  startTime: '2026-11-23 15:30:00',
  endTime: '2026-11-23 16:15:00',
  address: 'https://meet.example.com/abc',
};
const over = { ...consultation, id: 'a0', title: 'First call', startTime: '2026-11-02 10:00:00', endTime: '2026-11-02 10:30:00' };
const calendars = [
  { id: 'cal1', name: 'Consultations', isActive: true, teamMembers: ['u1', 'u2'], slotMinutes: 30 },
  { id: 'cal2', name: 'Visits', isActive: true, teamMembers: ['u2'], slotMinutes: 60 },
  { id: 'cal3', name: 'Closed', isActive: false, teamMembers: [] },
];
const slots = ['23', '24', '25', '26'].map((day) => ({
  date: `2026-11-${day}`,
  slots: [`2026-11-${day}T09:00:00-05:00`, `2026-11-${day}T09:30:00-05:00`],
}));
const world: Record<string, unknown> = {
  ...answers,
  'appointments.ofContact': [consultation, over],
  'calendars.list': calendars,
  'calendars.freeSlots': slots,
  'appointmentNotes.list': [{ id: 'm1', body: 'Bring the scans', dateAdded: '2026-11-20T10:00:00Z' }],
  'users.list': [
    { id: 'u1', name: 'Priya Shah' },
    { id: 'u2', name: 'Tom Becker' },
  ],
};

function open(given: Partial<FakeWorld> = {}): FakeGateway {
  return show({ now: () => now, read: (endpoint) => world[endpoint] ?? [], ...given });
}

const section = async () => within(await screen.findByRole('region', { name: 'Appointments' }));
const press = async (name: string | RegExp) => fireEvent.click(await (await section()).findByRole('button', { name }));
const written = async (gateway: FakeGateway) => (await gateway.outbox.list()).map(({ operation }) => operation);
const writes = (gateway: FakeGateway, ...operations: unknown[]) => waitFor(async () => expect(await written(gateway)).toEqual(operations));

/** The free times that are shown. */
const times = async () => within(await (await section()).findByRole('radiogroup', { name: 'Free times' })).findAllByRole('radio');
const choose = async (place: number) => fireEvent.click((await times())[place] as HTMLElement);

async function refuse(gateway: FakeGateway, problems: readonly string[]): Promise<void> {
  const [entry] = await gateway.outbox.list();
  const opId = entry?.opId ?? '';
  for (const event of [
    { type: 'sendNow' },
    { type: 'taken' },
    { type: 'refused', error: { code: 'invalid_request', status: 400, problems } },
  ] as const) {
    await gateway.outbox.transition(opId, event);
  }
}

describe('booking', () => {
  it('sends a free time in its own offset, as long as the calendar says', async () => {
    const gateway = open({ holdMs: 60_000 });
    await press('Add appointment');
    const form = within(await screen.findByRole('form', { name: 'Add appointment' }));
    expect([...form.getByLabelText<HTMLSelectElement>('Calendar').options].map(({ text }) => text)).toEqual(['Consultations', 'Visits']);
    fireEvent.change(form.getByLabelText('Team member'), { target: { value: 'u2' } });
    fireEvent.click(await form.findAllByRole('radio', { name: /^09:30/ }).then(([first]) => first as HTMLElement));
    fireEvent.change(form.getByLabelText('Title'), { target: { value: 'Fitting' } });
    fireEvent.change(form.getByLabelText('Description'), { target: { value: 'Second try' } });
    fireEvent.click(form.getByRole('button', { name: 'Book' }));
    await writes(gateway, {
      kind: 'createAppointment',
      calendarId: 'cal1',
      title: 'Fitting',
      startTime: '2026-11-23T09:30:00-05:00',
      endTime: '2026-11-23T10:00:00-05:00',
      assignedUserId: 'u2',
      description: 'Second try',
    });
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Add appointment' })).toBeNull());
    expect(document.activeElement?.textContent).toBe('Add appointment');
    (await section()).getByText('Fitting');
  });

  it('shows a few days at a time and asks for the next 31 only at their end', async () => {
    const gateway = open();
    const asked = () =>
      gateway.asked.flatMap(({ question, data }) => {
        const { endpoint, input } = (data ?? {}) as { endpoint: string; input: { startDate: number; endDate: number } };
        return question === 'read' && endpoint === 'calendars.freeSlots' ? [[input.startDate, input.endDate]] : [];
      });
    await press('Add appointment');
    const days = () =>
      [...screen.getByRole('radiogroup', { name: 'Free times' }).querySelectorAll('legend')].map(({ textContent }) => textContent);
    await waitFor(() => expect(days()).toEqual(['Mon 23 Nov', 'Tue 24 Nov', 'Wed 25 Nov']));
    await press('Later days');
    expect(days()).toEqual(['Thu 26 Nov']);
    expect(asked()).toHaveLength(1);
    await press('Later days');
    await waitFor(() => expect(asked()).toHaveLength(2));
    const span = 31 * 86_400_000;
    expect(asked()).toEqual([
      [now, now + span],
      [now + span, now + 2 * span],
    ]);
    await press('Earlier days');
    await press('Earlier days');
    await waitFor(() => expect(days()).toEqual(['Mon 23 Nov', 'Tue 24 Nov', 'Wed 25 Nov']));
    expect((await section()).getByRole<HTMLButtonElement>('button', { name: 'Earlier days' }).disabled).toBe(true);
  });

  it('gives the only member of a calendar’s team, and the calendar’s name where there is no title', async () => {
    const gateway = open({ holdMs: 60_000 });
    await press('Add appointment');
    fireEvent.change(await screen.findByLabelText('Calendar'), { target: { value: 'cal2' } });
    expect(screen.queryByLabelText('Team member')).toBeNull();
    await choose(0);
    await press('Book');
    await waitFor(async () =>
      expect(await written(gateway)).toMatchObject([
        { calendarId: 'cal2', title: 'Visits', assignedUserId: 'u2', endTime: '2026-11-23T10:00:00-05:00' },
      ]),
    );
  });

  it('says what else is booked on that day, but not what was called off', async () => {
    const other = (id: string, time: string, facts = {}) => ({
      id,
      title: `Visit ${id}`,
      startTime: `2026-11-23T${time}:00-05:00`,
      ...facts,
    });
    const booked = [other('x', '14:00'), other('y', '11:30'), other('z', '12:00', { appointmentStatus: 'cancelled' })];
    const gateway = open({ read: (endpoint) => (endpoint === 'appointments.between' ? booked : (world[endpoint] ?? [])) });
    await press('Add appointment');
    fireEvent.change(await screen.findByLabelText('Team member'), { target: { value: 'u2' } });
    await choose(0);
    expect((await screen.findByText(/Also booked that day/)).textContent).toBe('Also booked that day: 11:30 Visit y, 14:00 Visit x');
    const midnight = Date.parse('2026-11-23T05:00:00Z');
    const input = { locationId: 'loc1', userId: 'u2', startTime: midnight, endTime: midnight + 86_399_999 };
    expect(gateway.asked).toContainEqual({ question: 'read', data: { endpoint: 'appointments.between', input } });
  });

  it('says that a time is missing instead of booking none', async () => {
    const gateway = open();
    await press('Add appointment');
    await press('Book');
    expect((await screen.findByRole('alert')).textContent).toBe('Choose a free time.');
    expect(await written(gateway)).toEqual([]);
  });

  it('offers the times anew when HighLevel refuses one, and gives the refused booking up for the new one', async () => {
    const gateway = open({ holdMs: 60_000 });
    await press('Add appointment');
    fireEvent.change(await screen.findByLabelText('Title'), { target: { value: 'Fitting' } });
    await choose(0);
    await press('Book');
    await waitFor(async () => expect(await written(gateway)).toHaveLength(1));
    await refuse(gateway, ['The slot you have selected is no longer available.']);
    await (await section()).findByText(/HighLevel did not take this time\..*no longer available/);
    await press('Choose another time');
    expect((await screen.findByLabelText<HTMLInputElement>('Title')).value).toBe('Fitting');
    await choose(1);
    await press('Book');
    await waitFor(async () => expect(await written(gateway)).toMatchObject([{ title: 'Fitting', startTime: '2026-11-23T09:30:00-05:00' }]));
  });

  it('asks who it is with when HighLevel wants to know', async () => {
    const gateway = open({ holdMs: 60_000 });
    await press('Add appointment');
    await choose(0);
    await press('Book');
    await waitFor(async () => expect(await written(gateway)).toHaveLength(1));
    await refuse(gateway, ['A team member needs to be selected']);
    await press('Choose a team member');
    await choose(0);
    fireEvent.submit(screen.getByRole('form', { name: 'Add appointment' }));
    expect((await screen.findByText('Choose a team member.')).getAttribute('role')).toBe('alert');
    fireEvent.change(screen.getByLabelText('Team member'), { target: { value: 'u1' } });
    await choose(0);
    await press('Book');
    await waitFor(async () => expect(await written(gateway)).toMatchObject([{ assignedUserId: 'u1' }]));
    expect(await written(gateway)).toHaveLength(1);
  });

  it('leaves the list alone when the calendars can not be read, and says what is missing', async () => {
    open({
      read: (endpoint) => {
        if (endpoint.startsWith('calendars')) throw new AppFailure({ code: 'missing_scope', scope: 'calendars.readonly' });
        return world[endpoint] ?? [];
      },
    });
    await press('Add appointment');
    await (await section()).findByText(/This token lacks the scope calendars\.readonly/);
    (await section()).getByRole('button', { name: 'Open options' });
    (await section()).getByText('Case review');
  });
});

describe('an appointment that is there', () => {
  it('moves to another time and stays as long as it was', async () => {
    const gateway = open({ holdMs: 60_000 });
    await press(/^Case review/);
    await press('Reschedule');
    await choose(0);
    await press('Move');
    await writes(gateway, {
      kind: 'updateAppointment',
      appointmentId: 'a1',
      title: 'Case review',
      changes: [
        { field: 'startTime', label: 'Start', from: '2026-11-23 15:30:00', to: '2026-11-23T09:00:00-05:00' },
        { field: 'endTime', label: 'End', from: '2026-11-23 16:15:00', to: '2026-11-23T09:45:00-05:00' },
      ],
    });
  });

  it('is called off only after a question', async () => {
    const gateway = open({ holdMs: 60_000 });
    await press(/^Case review/);
    await press('Cancel appointment');
    const question = await screen.findByRole('group', { name: /Cancel this appointment\?/ });
    expect(await written(gateway)).toEqual([]);
    fireEvent.click(within(question).getByRole('button', { name: 'Cancel appointment' }));
    await writes(gateway, {
      kind: 'updateAppointment',
      appointmentId: 'a1',
      title: 'Case review',
      changes: [{ field: 'appointmentStatus', label: 'Status', from: 'confirmed', to: 'cancelled' }],
    });
  });

  it('is marked as a no-show when it is over, and can not be moved then', async () => {
    const gateway = open({ holdMs: 60_000 });
    fireEvent.click(await screen.findByText('1 past'));
    await press(/^First call/);
    const details = await section();
    await details.findByLabelText('Status');
    expect(details.queryByRole('button', { name: 'Reschedule' })).toBeNull();
    expect(details.queryByRole('button', { name: 'Cancel appointment' })).toBeNull();
    fireEvent.change(details.getByLabelText('Status'), { target: { value: 'noshow' } });
    await waitFor(async () =>
      expect(await written(gateway)).toMatchObject([
        { appointmentId: 'a0', changes: [{ field: 'appointmentStatus', from: 'confirmed', to: 'noshow' }] },
      ]),
    );
  });

  it('is edited with what was changed only, and deleted after a question', async () => {
    const gateway = open({ holdMs: 60_000 });
    await press(/^Case review/);
    await press('Edit appointment');
    fireEvent.change(await screen.findByLabelText('Place'), { target: { value: 'Room 2' } });
    await press('Save');
    await writes(gateway, {
      kind: 'updateAppointment',
      appointmentId: 'a1',
      title: 'Case review',
      changes: [{ field: 'address', label: 'Place', from: 'https://meet.example.com/abc', to: 'Room 2' }],
    });
    await press('Delete appointment');
    const question = await screen.findByRole('group', { name: /Delete this appointment\?/ });
    fireEvent.click(within(question).getByRole('button', { name: 'Delete appointment' }));
    await waitFor(async () => expect((await written(gateway)).at(-1)).toMatchObject({ kind: 'deleteAppointment', appointmentId: 'a1' }));
  });

  it('has notes of its own, read only when it is opened', async () => {
    const gateway = open({ holdMs: 60_000, me: { loc1: 'u1' } });
    await screen.findByText('Case review');
    expect(gateway.reads()).not.toContain('appointmentNotes.list');
    await press(/^Case review/);
    await screen.findByText('Bring the scans');
    await press('Edit appointment note');
    fireEvent.change(screen.getByRole('textbox', { name: 'Edit appointment note' }), { target: { value: 'Bring the new scans' } });
    await press('Save');
    fireEvent.change(await screen.findByRole('textbox', { name: 'Appointment note' }), { target: { value: 'Came late ' } });
    await press('Add appointment note');
    await writes(
      gateway,
      {
        kind: 'updateAppointmentNote',
        appointmentId: 'a1',
        noteId: 'm1',
        changes: [{ field: 'body', label: 'Appointment note', from: 'Bring the scans', to: 'Bring the new scans' }],
      },
      { kind: 'createAppointmentNote', appointmentId: 'a1', body: 'Came late', userId: 'u1' },
    );
  });

  it('can be walked to, and opens the form by its key', async () => {
    open();
    const row = (await screen.findByText('Case review')).closest('[data-row]');
    expect(row?.getAttribute('tabindex')).toBe('-1');
  });
});

it('shows the location’s clock and the reader’s beside it', async () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  expect(readerTimeZone()).toBe('Europe/Berlin');
  open();
  await screen.findByText('15:30–16:15 New York, 21:30 here');
  await press('Add appointment');
  await screen.findByText('Times in New York, yours below.');
  expect((await screen.findAllByRole('radio', { name: '09:00 15:00 here' })).length).toBe(3);
  vi.unstubAllEnvs();
});
