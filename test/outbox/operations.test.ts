import { describe, expect, test } from 'vitest';
import { endpoints } from '@/lib/ghl/endpoints.ts';
import { checkAnswer } from '@/lib/outbox/answers.ts';
import type { Operation, Target } from '@/lib/outbox/entry.ts';
import { contactKey, resourceKey } from '@/lib/outbox/keys.ts';
import { requestFor } from '@/lib/outbox/requests.ts';
import { draftSchema } from '@/lib/outbox/schema.ts';
import { change, everyKind, examples, targetOf } from './examples.ts';
import { ann, bob, complete, note } from './support.ts';

const nobody: Target = { ...ann, contactId: null };
const task = examples.createTask;
const create: Operation = { kind: 'createContact', crm: 'salesforce', recordId: '003', firstName: 'Ann', email: 'Ann@x.io' };

describe('the request for an operation', () => {
  test.each(everyKind)('of $kind is one that its endpoint accepts, whole', (operation) => {
    const { name, input } = requestFor(operation, targetOf(operation));
    expect(endpoints[name].input.parse(input)).toEqual(input);
    expect(endpoints[name].effect).toBe('write');
  });

  test.each(everyKind)('of $kind is stored as it was asked for', (operation) => {
    const draft = { operation, target: targetOf(operation), holdMs: 0 };
    expect(draftSchema.parse(draft)).toEqual(draft);
    expect(draftSchema.safeParse({ ...draft, operation: { ...operation, tags: 'x', extra: 1 } }).success).toBe(false);
  });

  test('goes to the contact the person saw', () => {
    expect(requestFor(complete('t1'), bob)).toEqual({
      name: 'tasks.setCompleted',
      input: { contactId: 'bob', taskId: 't1', completed: true },
    });
    expect(requestFor(examples.linkBusiness, bob).input).toEqual({ locationId: 'loc-1', contactIds: ['bob'], businessId: 'b1' });
    expect(requestFor(examples.createAppointment, bob).input).toMatchObject({ locationId: 'loc-1', contactId: 'bob' });
  });

  test('to change a record names the changed fields only, and empties what was cleared', () => {
    expect(requestFor(examples.updateTask, ann).input).toEqual({ contactId: 'ann', taskId: 't1', title: 'Call Ann', assignedTo: '' });
    expect(requestFor(examples.updateBusiness, ann).input).toEqual({ businessId: 'b1', website: '' });
    expect(requestFor(examples.updateContact, ann).input).toEqual({
      contactId: 'ann',
      fields: { city: 'Salem', email: null, customFields: [{ id: 'f1', fieldValue: ['a', 'b'] }] },
    });
  });

  test('to empty custom fields says so in the form of the field', () => {
    const changes = [change('custom:f1', ['a'], null), change('custom:f2', 'x', null), change('custom:f3', 5, null)];
    expect(requestFor({ kind: 'updateContact', changes }, ann).input).toEqual({
      contactId: 'ann',
      fields: {
        customFields: [
          { id: 'f1', fieldValue: [] },
          { id: 'f2', fieldValue: '' },
          { id: 'f3', fieldValue: '' },
        ],
      },
    });
  });

  test('to create a contact names the location and nothing of the page it came from', () => {
    expect(requestFor(create, nobody)).toEqual({
      name: 'contacts.create',
      input: { locationId: 'loc-1', firstName: 'Ann', email: 'Ann@x.io' },
    });
  });

  test.each(everyKind.filter((operation) => targetOf(operation) === ann))('of $kind is refused without a contact', (operation) => {
    expect(() => requestFor(operation, nobody)).toThrow(/invalid_request/);
    expect(draftSchema.safeParse({ operation, target: nobody, holdMs: 0 }).success).toBe(false);
  });
});

describe('an answer', () => {
  const GOOD: readonly [string, Operation, unknown][] = [
    ['a task with the state asked for', complete('t1'), { id: 't1', completed: true }],
    ['a new task', task, { id: 't9', title: ' Call  back', contactId: 'ann' }],
    ['a note that came back as HTML', note('One & two\nthree'), { id: 'n1', body: '<p>One &amp; two</p><p>three</p>' }],
    ['a note about tags', note('1 < 2 and 3 > 2'), { id: 'n1', body: '1 &lt; 2 and 3 &gt; 2' }],
    ['a note in another Unicode form', note('Café'), { id: 'n1', body: 'Cafe\u0301' }],
    ['a tag in lower case', { kind: 'addTag', tag: 'VIP' }, ['old', 'vip']],
    ['the tags that are left', { kind: 'removeTag', tag: 'VIP' }, ['old']],
    ['a changed task', examples.updateTask, { id: 't1', title: 'Call Ann', completed: false }],
    [
      'a contact whose number was completed',
      { kind: 'updateContact', changes: [change('phone', null, '415 555 0100')] },
      { phone: '+14155550100' },
    ],
    [
      'a contact without the emptied field',
      { kind: 'updateContact', changes: [change('city', 'Salem', null)] },
      { id: 'ann', customFields: [] },
    ],
    [
      'some of the contacts',
      examples.tagContacts,
      [
        { contactId: 'ann', isDone: false },
        { contactId: 'bob', isDone: true },
      ],
    ],
    ['who is linked', examples.linkBusiness, ['ann']],
    ['the followers', examples.setFollower, ['user-0', 'user-1']],
    [
      'an appointment at the same moment',
      examples.createAppointment,
      { id: 'a1', startTime: '2026-11-26T14:30:00.000Z', contactId: 'ann' },
    ],
    ['a tag of the location in lower case', { kind: 'createTag', tag: 'VIP' }, { id: 'tag1', name: 'vip' }],
    ['no more than that it was done', examples.deleteTask, { done: true }],
  ];
  test.each(GOOD)('that shows the change is accepted: %s', (_what, operation, answer) => {
    expect(checkAnswer(operation, targetOf(operation), answer)).toBeUndefined();
  });

  const BAD: readonly [string, Operation, unknown, 'refused' | 'lost'][] = [
    ['a task that is still open', complete('t1'), { id: 't1', completed: false }, 'refused'],
    ['another task', complete('t1'), { id: 't2', completed: true }, 'refused'],
    ['a task of another contact', complete('t1'), { id: 't1', completed: true, contactId: 'bob' }, 'lost'],
    ['a task with another title', task, { id: 't9', title: 'Something else' }, 'lost'],
    ['another note', note('Hello'), { id: 'n1', body: 'Goodbye' }, 'lost'],
    ['a note of another contact', note('Hello'), { id: 'n1', body: 'Hello', contactId: 'bob' }, 'lost'],
    ['tags without the new one', { kind: 'addTag', tag: 'vip' }, ['old'], 'refused'],
    ['tags with the removed one', { kind: 'removeTag', tag: 'vip' }, ['VIP'], 'refused'],
    ['nothing at all', { kind: 'removeTag', tag: 'vip' }, undefined, 'refused'],
    ['the value of before', examples.updateTask, { id: 't1', title: 'Call back', assignedTo: 'user-1' }, 'refused'],
    ['a changed task of another contact', examples.updateTask, { id: 't1', title: 'Call Ann', contactId: 'bob' }, 'lost'],
    [
      'none of the contacts',
      examples.tagContacts,
      [
        { contactId: 'ann', isDone: false },
        { contactId: 'bob', isDone: false },
      ],
      'refused',
    ],
    ['somebody else who is linked', examples.linkBusiness, ['bob'], 'refused'],
    ['followers without the new one', examples.setFollower, ['user-0'], 'refused'],
    ['followers with the removed one', { ...examples.setFollower, follows: false }, ['user-1'], 'refused'],
    ['an appointment at another time', examples.createAppointment, { id: 'a1', startTime: '2026-11-26T15:30:00.000Z' }, 'lost'],
    ['a business of another name', examples.createBusiness, { id: 'b1', name: 'Seaside' }, 'lost'],
  ];
  test.each(BAD)('that does not show it is not: %s', (_what, operation, answer, type) => {
    expect(checkAnswer(operation, ann, answer)).toMatchObject({ type, error: { code: 'answer_mismatch' } });
  });

  test('to a new contact must be of the location and the e-mail asked for', () => {
    expect(checkAnswer(create, nobody, { id: 'c1', email: 'ann@x.io', locationId: 'loc-1' })).toBeUndefined();
    expect(checkAnswer(create, nobody, { id: 'c1', email: 'bob@x.io' })).toMatchObject({ type: 'lost' });
    expect(checkAnswer(create, nobody, { id: 'c1', email: 'ann@x.io', locationId: 'loc-2' })).toMatchObject({ type: 'lost' });
  });
});

describe('the order', () => {
  test('is kept between all writes to one record', () => {
    const { updateTask, deleteTask, updateNote, deleteNote, updateAppointment, deleteAppointment, updateContact, deleteContact } = examples;
    for (const [one, other] of [
      [updateTask, complete('t1')],
      [updateTask, deleteTask],
      [updateNote, deleteNote],
      [updateAppointment, deleteAppointment],
      [updateContact, deleteContact],
    ] as const) {
      expect([resourceKey(one), contactKey(one, ann)]).toEqual([resourceKey(other), contactKey(other, ann)]);
    }
    expect(resourceKey(updateTask)).not.toBe(resourceKey(updateNote));
  });

  test('of a business does not depend on whose it was shown as', () => {
    expect(contactKey(examples.updateBusiness, ann)).toBe(contactKey(examples.deleteBusiness, bob));
    expect(contactKey(examples.linkBusiness, ann)).not.toBe(contactKey(examples.linkBusiness, bob));
  });

  test("of the location's tags is one, beside that of the contacts", () => {
    const { createTag, renameTag, deleteTag } = examples;
    expect(new Set([createTag, renameTag, deleteTag].map((operation) => contactKey(operation, nobody))).size).toBe(1);
    expect(contactKey(createTag, nobody)).not.toBe(contactKey(createTag, { ...nobody, locationId: 'loc-2' }));
  });
});

test('the same task is one resource, tags are one together, and each contact has its own queue', () => {
  expect(resourceKey(complete('t1'))).toBe(resourceKey(complete('t1', false)));
  expect(resourceKey(complete('t1'))).not.toBe(resourceKey(complete('t2')));
  expect(resourceKey({ kind: 'addTag', tag: 'VIP' })).toBe(resourceKey({ kind: 'removeTag', tag: 'vip' }));
  expect(resourceKey({ kind: 'addTag', tag: 'a' })).not.toBe(resourceKey({ kind: 'addTag', tag: 'b' }));
  expect(resourceKey({ kind: 'createNote', body: 'one' })).not.toBe(resourceKey({ kind: 'createNote', body: 'two' }));
  expect(resourceKey({ kind: 'createNote', body: 'one' })).toBe(resourceKey({ kind: 'createNote', body: 'one' }));
  expect(contactKey(note('a'), ann)).not.toBe(contactKey(note('a'), bob));
  expect(contactKey(note('a'), ann)).not.toBe(contactKey(note('a'), { ...ann, locationId: 'loc-2' }));
  expect(contactKey(create, nobody)).not.toBe(contactKey({ ...create, recordId: '004' }, nobody));
});
