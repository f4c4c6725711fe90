import { describe, expect, test } from 'vitest';
import { AppFailure } from '@/lib/core/errors.ts';
import { type CheckRequest, checkCurrent } from '@/lib/outbox/check.ts';
import type { FieldChange, Operation, Target } from '@/lib/outbox/entry.ts';
import { change, everyKind, examples, targetOf } from './examples.ts';
import { ann } from './support.ts';

const ZONE = 'America/New_York';

/** What the look says when HighLevel has `current`; a function may throw. */
function look(operation: Operation, current: unknown | (() => unknown), target: Target = ann) {
  const asked: CheckRequest[] = [];
  const read = async (request: CheckRequest) => {
    asked.push(request);
    return typeof current === 'function' ? current() : current;
  };
  return { asked, verdict: checkCurrent(operation, target, { read, zone: ZONE }) };
}

const edit = (...changes: FieldChange[]): Operation => ({ kind: 'updateContact', changes });
const fails = (error: ConstructorParameters<typeof AppFailure>[0]) => () => {
  throw new AppFailure(error);
};

describe('before a record is changed or deleted', () => {
  test('it is read by its id, and nothing else is', () => {
    const asked = everyKind.map((operation) => {
      const { asked: requests } = look(operation, fails({ code: 'not_found' }), targetOf(operation));
      return [operation.kind, requests.map(({ name }) => name).join()];
    });
    expect(Object.fromEntries(asked.filter(([, names]) => names !== ''))).toEqual({
      updateTask: 'tasks.get',
      deleteTask: 'tasks.get',
      updateNote: 'notes.get',
      deleteNote: 'notes.get',
      updateAppointment: 'appointments.get',
      deleteAppointment: 'appointments.get',
      updateAppointmentNote: 'appointmentNotes.list',
      deleteAppointmentNote: 'appointmentNotes.list',
      updateBusiness: 'businesses.get',
      updateBusinessFields: 'businesses.get',
      deleteBusiness: 'businesses.get',
      updateContact: 'contacts.get',
      deleteContact: 'contacts.get',
      renameTag: 'tags.get',
      deleteTag: 'tags.get',
    });
    expect(look(examples.updateTask, {}).asked).toEqual([{ name: 'tasks.get', input: { contactId: 'ann', taskId: 't1' } }]);
  });

  test('a field that nobody changed lets it go', async () => {
    expect(await look(edit(change('city', 'Boston', 'Salem')), { city: 'Boston', email: 'new@x.io' }).verdict).toEqual({ type: 'send' });
  });

  test('a field that somebody changed meanwhile stops it, with what is there now', async () => {
    const asked = edit(change('city', 'Boston', 'Salem'), change('state', 'MA', 'OR'), change('custom:f1', 'a', 'b'));
    const current = { city: 'Portland', state: 'MA', customFields: [{ id: 'f1', value: 'c' }] };
    expect(await look(asked, current).verdict).toEqual({
      type: 'refused',
      error: {
        code: 'conflict',
        theirs: [
          { field: 'city', value: 'Portland' },
          { field: 'custom:f1', value: 'c' },
        ],
      },
    });
  });

  test('a field that somebody emptied meanwhile stops it too', async () => {
    expect(await look(edit(change('city', 'Boston', 'Salem')), { customFields: [] }).verdict).toMatchObject({
      error: { code: 'conflict', theirs: [{ field: 'city', value: null }] },
    });
  });

  test('what is already so is not sent', async () => {
    const asked = edit(change('city', 'Boston', 'Salem'), change('custom:f1', ['a'], null));
    expect(await look(asked, { city: 'Salem', customFields: [] }).verdict).toEqual({
      type: 'succeeded',
      answer: { sent: false, gone: false },
    });
    // One of two is left to do.
    expect(await look(asked, { city: 'Salem', customFields: [{ id: 'f1', value: ['a'] }] }).verdict).toEqual({ type: 'send' });
  });

  const SAME: readonly [string, Operation, unknown][] = [
    [
      'a body that HighLevel formatted',
      { ...examples.updateNote, changes: [change('body', 'One\ntwo', 'Three')] },
      { body: '<p>One</p><p>two</p>' },
    ],
    ['an e-mail in other case', edit(change('email', 'Ann@x.io', 'b@x.io')), { email: 'ann@x.io' }],
    ['a number with its country', edit(change('phone', '(415) 555-0100', '+14155550199')), { phone: '+14155550100' }],
    [
      'a moment in another form',
      { ...examples.updateTask, changes: [change('dueDate', '2026-11-23T14:00:00Z', '2026-11-24T14:00:00Z')] },
      { dueDate: '2026-11-23T09:00:00-05:00' },
    ],
    ['a time on the location’s clock', examples.updateAppointment, { startTime: '2026-11-26T14:30:00.000Z', contactId: 'ann' }],
    ['a day as a moment', edit(change('dateOfBirth', '1990-05-01', '1990-05-02')), { dateOfBirth: '1990-05-01T00:00:00.000Z' }],
    ['choices in another order', edit(change('custom:f1', ['a', 'b'], ['a'])), { customFields: [{ id: 'f1', value: ['b', 'a'] }] }],
    ['a number as text', edit(change('custom:f1', 5, 6)), { customFields: [{ id: 'f1', value: '5' }] }],
    ['nothing in another form', edit(change('city', '', 'Salem')), { city: undefined }],
  ];
  test.each(SAME)('is the same: %s', async (_what, operation, current) => {
    expect(await look(operation, current).verdict).toEqual({ type: 'send' });
  });

  test('a text that only looks different is sent all the same', async () => {
    const bold = { ...examples.updateNote, changes: [change('body', '<p>One two</p>', '<p>One <b>two</b></p>')] };
    expect(await look(bold, { body: '<p>One two</p>' }).verdict).toEqual({ type: 'send' });
    const broken = { ...examples.updateTask, changes: [change('body', 'One two', 'One\ntwo')] };
    expect(await look(broken, { body: 'One two' }).verdict).toEqual({ type: 'send' });
  });

  test('an appointment that moved meanwhile stops it', async () => {
    expect(await look(examples.updateAppointment, { startTime: '2026-11-26T15:30:00Z' }).verdict).toMatchObject({
      error: { code: 'conflict' },
    });
  });

  test('an appointment’s description is read under its other name', async () => {
    const asked: Operation = { ...examples.updateAppointment, changes: [change('description', 'Old', 'New')] };
    expect(await look(asked, { notes: 'Old' }).verdict).toEqual({ type: 'send' });
    expect(await look(asked, { notes: 'Other' }).verdict).toMatchObject({ error: { code: 'conflict' } });
  });

  test('who wanted to delete what is gone has what they wanted; who wanted to change it is told', async () => {
    const gone = fails({ code: 'not_found', status: 400 });
    expect(await look(examples.deleteTask, gone).verdict).toEqual({ type: 'succeeded', answer: { sent: false, gone: true } });
    expect(await look(examples.updateTask, gone).verdict).toEqual({ type: 'refused', error: { code: 'not_found', status: 400 } });
  });

  test('what has become somebody else’s is neither changed nor deleted', async () => {
    for (const operation of [examples.updateAppointment, examples.deleteAppointment]) {
      expect(await look(operation, { startTime: '2026-11-26 09:30:00', contactId: 'bob' }).verdict).toEqual({
        type: 'refused',
        error: { code: 'not_found' },
      });
    }
  });

  test.each(['network', 'timeout', 'server_error', 'bad_answer'] as const)('a look that ends in %s has written nothing', async (code) => {
    expect(await look(examples.updateTask, fails({ code })).verdict).toEqual({ type: 'refused', error: { code } });
  });

  test('a note of an appointment is looked for on every page', async () => {
    const pages = [
      { rows: [{ id: 'n0', body: 'x' }], size: 20, isFull: true },
      { rows: [{ id: 'n1', body: 'Old' }], size: 20, isFull: true },
    ];
    const { asked, verdict } = look(examples.updateAppointmentNote, () => pages.shift());
    expect(await verdict).toEqual({ type: 'send' });
    expect(asked.map(({ input }) => input)).toEqual([{ appointmentId: 'a1' }, { appointmentId: 'a1', skip: 20 }]);
    const nowhere = look(examples.deleteAppointmentNote, { rows: [], size: 20, isFull: false });
    expect(await nowhere.verdict).toEqual({ type: 'succeeded', answer: { sent: false, gone: true } });
  });

  test('a tag that has another name by now is not deleted for everybody', async () => {
    const target = { ...ann, contactId: null };
    expect(await look(examples.deleteTag, { name: 'Customers' }, target).verdict).toMatchObject({
      error: { code: 'conflict', theirs: [{ field: 'name', value: 'Customers' }] },
    });
    expect(await look(examples.deleteTag, { name: 'VIP' }, target).verdict).toEqual({ type: 'send' });
    expect(await look(examples.renameTag, { name: 'gold' }, target).verdict).toMatchObject({ type: 'succeeded' });
  });
});
