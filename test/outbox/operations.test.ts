import { describe, expect, test } from 'vitest';
import { endpoints } from '@/lib/ghl/endpoints.ts';
import { checkAnswer } from '@/lib/outbox/answers.ts';
import type { Operation, Target } from '@/lib/outbox/entry.ts';
import { contactKey, resourceKey } from '@/lib/outbox/keys.ts';
import { requestFor } from '@/lib/outbox/requests.ts';
import { ann, bob, complete, note } from './support.ts';

const nobody: Target = { ...ann, contactId: null };
const task: Operation = { kind: 'createTask', title: 'Call back', dueDate: '2026-11-23T14:00:00Z', assignedTo: 'user-1' };
const create: Operation = { kind: 'createContact', crm: 'salesforce', recordId: '003', firstName: 'Ann', email: 'Ann@x.io' };
const OPERATIONS: readonly Operation[] = [
  complete('t1'),
  task,
  note('Hi'),
  { kind: 'addTag', tag: 'vip' },
  { kind: 'removeTag', tag: 'vip' },
  create,
];

describe('the request for an operation', () => {
  test.each(OPERATIONS)('of $kind is one that its endpoint accepts, whole', (operation) => {
    const { name, input } = requestFor(operation, operation.kind === 'createContact' ? nobody : ann);
    expect(endpoints[name].input.parse(input)).toEqual(input);
    expect(endpoints[name].effect).toBe('write');
  });

  test('goes to the contact the person saw', () => {
    expect(requestFor(complete('t1'), bob)).toEqual({
      name: 'tasks.setCompleted',
      input: { contactId: 'bob', taskId: 't1', completed: true },
    });
  });

  test('to create a contact names the location and nothing of the page it came from', () => {
    expect(requestFor(create, nobody)).toEqual({
      name: 'contacts.create',
      input: { locationId: 'loc-1', firstName: 'Ann', email: 'Ann@x.io' },
    });
  });

  test('is refused without a contact', () => {
    expect(() => requestFor(note('Hi'), nobody)).toThrow(/invalid_request/);
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
  ];
  test.each(GOOD)('that shows the change is accepted: %s', (_what, operation, answer) => {
    expect(checkAnswer(operation, ann, answer)).toBeUndefined();
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
