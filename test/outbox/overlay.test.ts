import { describe, expect, test } from 'vitest';
import { appointmentSchema, businessSchema, contactSchema, noteSchema, taskSchema } from '@/lib/ghl/models.ts';
import type { Operation } from '@/lib/outbox/entry.ts';
import {
  entriesFor,
  overlayAppointmentNotes,
  overlayAppointments,
  overlayBusiness,
  overlayContact,
  overlayNotes,
  overlayTags,
  overlayTasks,
} from '@/lib/outbox/overlay.ts';
import { change, examples } from './examples.ts';
import { ann, bob, complete, entry, note } from './support.ts';

const tasks = [taskSchema.parse({ id: 't1', title: 'Call back' }), taskSchema.parse({ id: 't2', title: 'Send offer', completed: true })];
const notes = [noteSchema.parse({ id: 'n1', body: 'First' })];
const task: Operation = { kind: 'createTask', title: 'New', dueDate: '2026-11-23T14:00:00Z' };
const tag = (kind: 'addTag' | 'removeTag', name: string): Operation => ({ kind, tag: name });

describe('tasks', () => {
  test('without entries are as HighLevel has them', () => {
    expect(overlayTasks(tasks, [])).toEqual(tasks);
  });

  test.each(['held', 'queued', 'sending', 'uncertain', 'sent'] as const)('completed show so at once, while the entry is %s', (state) => {
    const [first, second] = overlayTasks(tasks, [entry({ operation: complete('t1'), state })]);
    expect(first).toMatchObject({ completed: true, pending: { opId: 'op', state } });
    expect(second).toEqual(tasks[1]);
  });

  test.each(['failed', 'parked'] as const)('stay as they are with the reason when the entry is %s', (state) => {
    const [first] = overlayTasks(tasks, [entry({ operation: complete('t1'), state, error: { code: 'not_found' } })]);
    expect(first).toMatchObject({ completed: false, pending: { state, error: { code: 'not_found' } } });
  });

  test('the last act on a task counts', () => {
    const both = [
      entry({ operation: complete('t1'), state: 'sending' }),
      entry({ opId: 'op-2', operation: complete('t1', false), state: 'held' }),
    ];
    expect(overlayTasks(tasks, both)[0]).toMatchObject({ completed: false, pending: { opId: 'op-2' } });
  });

  test('created appear at once and say what they wait for', () => {
    const rows = overlayTasks(tasks, [entry({ operation: task, state: 'queued', waiting: 'network' })]);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ id: 'pending:op', title: 'New', completed: false, pending: { state: 'queued', waiting: 'network' } });
    expect(rows[0]).not.toHaveProperty('kind');
  });

  test('created are not doubled once the list has them', () => {
    const sent = entry({ operation: task, state: 'sent', answer: { id: 't2' } });
    expect(overlayTasks(tasks, [sent]).map(({ id, pending }) => [id, pending?.state])).toEqual([
      ['t1', undefined],
      ['t2', 'sent'],
    ]);
    expect(overlayTasks([], [sent]).map(({ id }) => id)).toEqual(['t2']);
  });
});

describe('notes', () => {
  test('created come first, with the time of the act', () => {
    const rows = overlayNotes(notes, [entry({ operation: note('Second'), createdAt: Date.parse('2026-11-21T10:00:00Z') })]);
    expect(rows.map(({ body }) => body)).toEqual(['Second', 'First']);
    expect(rows[0]).toMatchObject({ dateAdded: '2026-11-21T10:00:00.000Z' });
  });

  test('that failed stay with the reason', () => {
    const rows = overlayNotes(notes, [entry({ operation: note('Second'), state: 'failed', error: { code: 'not_found' } })]);
    expect(rows[0]).toMatchObject({ body: 'Second', pending: { state: 'failed', error: { code: 'not_found' } } });
  });
});

describe('tags', () => {
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

  test('added appear, once, whatever their case', () => {
    expect(names(overlayTags(['old'], [entry({ operation: tag('addTag', 'VIP') })]))).toEqual(['old', 'VIP']);
    expect(names(overlayTags(['old', 'vip'], [entry({ operation: tag('addTag', 'VIP'), state: 'sent' })]))).toEqual(['old', 'vip']);
  });

  test('removed are gone at once and come back when that failed', () => {
    const remove = tag('removeTag', 'VIP');
    expect(names(overlayTags(['old', 'vip'], [entry({ operation: remove })]))).toEqual(['old']);
    const failed = entry({ operation: remove, state: 'failed', error: { code: 'server_error' } });
    expect(overlayTags(['old', 'vip'], [failed])[1]).toMatchObject({ name: 'vip', pending: { state: 'failed' } });
  });

  test('removed while being added are gone', () => {
    const both = [entry({ operation: tag('addTag', 'vip'), state: 'sending' }), entry({ operation: tag('removeTag', 'vip') })];
    expect(names(overlayTags([], both))).toEqual([]);
  });
});

test('a section gets the entries of its contact in its location only', () => {
  const mine = entry({ opId: 'mine' });
  const others = [entry({ target: bob }), entry({ target: { ...ann, locationId: 'loc-2' } })];
  expect(entriesFor([mine, ...others], 'loc-1', 'ann')).toEqual([mine]);
});

describe('changed and deleted rows', () => {
  const edit: Operation = {
    kind: 'updateTask',
    taskId: 't1',
    title: '',
    changes: [change('title', 'Call back', 'Call Ann'), change('body', 'x', null)],
  };
  const remove: Operation = { kind: 'deleteTask', taskId: 't1', title: '' };

  test('show the change at once, an emptied field as absent, and what was there when it failed', () => {
    const [row] = overlayTasks(tasks, [entry({ operation: edit })]);
    expect(row).toMatchObject({ title: 'Call Ann', pending: { state: 'queued' } });
    expect(row?.body).toBeUndefined();
    const conflict = { code: 'conflict', theirs: [] } as const;
    expect(overlayTasks(tasks, [entry({ operation: edit, state: 'failed', error: conflict })])[0]).toMatchObject({
      title: 'Call back',
      pending: { state: 'failed', error: conflict },
    });
  });

  test('are gone at once, and come back with the reason when that failed', () => {
    expect(overlayTasks(tasks, [entry({ operation: remove })]).map(({ id }) => id)).toEqual(['t2']);
    const failed = entry({ operation: remove, state: 'failed', error: { code: 'server_error' } });
    expect(overlayTasks(tasks, [failed])[0]).toMatchObject({ id: 't1', pending: { state: 'failed' } });
  });

  test('of notes, of appointments and of their notes are the same', () => {
    const pin: Operation = { kind: 'updateNote', noteId: 'n1', excerpt: '', changes: [change('pinned', false, true)] };
    expect(overlayNotes(notes, [entry({ operation: pin })])[0]).toMatchObject({ pinned: true });
    const booked = appointmentSchema.parse({ id: 'a1', title: 'Check-up', startTime: '2026-11-26 09:30:00' });
    const { updateAppointment, createAppointment, deleteAppointment, createAppointmentNote, deleteAppointmentNote } = examples;
    const describe = { ...updateAppointment, changes: [change('description', null, 'Bring the form')] };
    const rows = overlayAppointments([booked], [entry({ operation: describe }), entry({ operation: createAppointment, opId: 'new' })]);
    expect(rows.map(({ id, notes: words }) => [id, words])).toEqual([
      ['pending:new', undefined],
      ['a1', 'Bring the form'],
    ]);
    expect(overlayAppointments([booked], [entry({ operation: deleteAppointment })])).toEqual([]);
    const old = { id: 'n1', body: 'Old', userId: undefined, dateAdded: undefined };
    const both = [entry({ operation: createAppointmentNote, opId: 'new' }), entry({ operation: deleteAppointmentNote })];
    expect(overlayAppointmentNotes([old], both, 'a1').map(({ body }) => body)).toEqual(['Bring the form']);
    expect(overlayAppointmentNotes([old], both, 'a2')).toEqual([old]);
  });
});

describe('a contact', () => {
  const contact = contactSchema.parse({
    id: 'ann',
    firstName: 'Ann',
    lastName: 'Lee',
    city: 'Boston',
    followers: ['u1'],
    customFields: [{ id: 'f1', value: 'a' }],
  });

  test('has its new name, fields, business and followers at once', () => {
    const changes = [
      change('firstName', 'Ann', 'Anna'),
      change('city', 'Boston', null),
      change('custom:f1', 'a', 'b'),
      change('custom:f2', null, 5),
    ];
    const row = overlayContact(contact, [
      entry({ operation: { kind: 'updateContact', changes } }),
      entry({ operation: { kind: 'setFollower', userId: 'u2', name: '', follows: true } }),
      entry({ operation: { kind: 'linkBusiness', businessId: 'b1', name: 'Bayside' } }),
    ]);
    expect(row).toMatchObject({ name: 'Anna Lee', firstName: 'Anna', businessId: 'b1', businessName: 'Bayside', followers: ['u1', 'u2'] });
    expect(row.city).toBeUndefined();
    expect(row.customFields).toEqual([
      { id: 'f1', value: 'b' },
      { id: 'f2', value: 5 },
    ]);
    expect([...row.pendingFields.keys()].sort()).toEqual(['businessId', 'city', 'custom:f1', 'custom:f2', 'firstName', 'followers:u2']);
  });

  test('is as it was, with the reason by field, when that failed', () => {
    const failed = entry({ operation: examples.updateContact, state: 'failed', error: { code: 'not_found' } });
    const row = overlayContact(contact, [failed]);
    expect(row.city).toBe('Boston');
    expect(row.pendingFields.get('city')).toMatchObject({ state: 'failed' });
  });

  test('of many who are tagged has its own part of it', () => {
    const both = {
      ...examples.tagContacts,
      contacts: [
        { id: 'ann', name: '' },
        { id: 'bob', name: '' },
      ],
    };
    const outcomes = [
      { contactId: 'ann', isDone: true },
      { contactId: 'bob', isDone: false },
    ];
    const sent = entry({ operation: both, target: ann, state: 'sent', answer: outcomes });
    const tagsOf = (id: string) => overlayTags([], entriesFor([sent], 'loc-1', id)).map(({ name, pending }) => [name, pending?.state]);
    expect(tagsOf('ann')).toEqual([['vip', 'sent']]);
    expect(tagsOf('bob')).toEqual([['vip', 'failed']]);
    expect(tagsOf('carl')).toEqual([]);
  });

  test('of a business sees its change whoever it was made beside', () => {
    const business = businessSchema.parse({ id: 'b1', name: 'Bayside', website: 'https://a.test' });
    expect(overlayBusiness(business, [entry({ operation: examples.updateBusiness, target: bob })])).toMatchObject({
      website: undefined,
      pending: {},
    });
    expect(overlayBusiness({ ...business, id: 'b2' }, [entry({ operation: examples.updateBusiness })])).not.toHaveProperty('pending');
  });
});
