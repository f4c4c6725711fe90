import { describe, expect, test } from 'vitest';
import type { FieldChange, Operation, OutboxEntry } from '@/lib/outbox/entry.ts';
import { merge, pointless } from '@/lib/outbox/merge.ts';
import { change, examples } from './examples.ts';
import { ann, bob, complete, entry, note } from './support.ts';

const edit = (...changes: FieldChange[]): Operation => ({ kind: 'updateTask', taskId: 't1', title: 'Call back', changes });
const first = edit(change('title', 'Call', 'Call back'), change('body', null, 'Soon'));
const held = (operation: Operation, over: Partial<OutboxEntry> = {}) => entry({ operation, state: 'held', ...over });

describe('two edits of one record', () => {
  test('that have not left are one, from what was there before the first', () => {
    const before = held(first);
    const second = edit(change('title', 'Call back', 'Call Ann'), change('assignedTo', null, 'user-1'));
    expect(merge([before], second, ann)).toEqual({
      removed: [before],
      outcome: {
        kind: 'added',
        operation: edit(change('title', 'Call', 'Call Ann'), change('body', null, 'Soon'), change('assignedTo', null, 'user-1')),
      },
    });
  });

  test('of which the second takes the first back are none', () => {
    const before = held(edit(change('title', 'Call', 'Call back')));
    expect(merge([before], edit(change('title', 'Call back', 'Call')), ann)).toEqual({
      removed: [before],
      outcome: { kind: 'cancelled', entry: before },
    });
  });

  test('begin with nothing when nothing was there before the first', () => {
    const before = held(edit(change('body', null, 'Soon')));
    const added = edit(change('body', null, 'Later'));
    expect(merge([before], edit(change('body', 'Soon', 'Later')), ann)).toEqual({
      removed: [before],
      outcome: { kind: 'added', operation: added },
    });
    expect(merge([before], edit(change('body', 'Soon', null)), ann).outcome.kind).toBe('cancelled');
  });

  test('that are the same are one', () => {
    const before = held(first, { state: 'sending' });
    expect(merge([before], first, ann)).toEqual({ removed: [], outcome: { kind: 'already', entry: before } });
  });

  test.each(['sending', 'uncertain'] as const)('stay two when the first is %s', (state) => {
    const second = edit(change('title', 'Call back', 'Call Ann'));
    expect(merge([held(first, { state })], second, ann)).toEqual({ removed: [], outcome: { kind: 'added', operation: second } });
  });

  test('stay two when only one of them is part of an act with its own undo', () => {
    const second = edit(change('title', 'Call back', 'Call Ann'));
    const group = { id: 'g1', name: 'Macro' };
    expect(merge([held(first, { group })], second, ann).removed).toEqual([]);
    expect(merge([held(first)], second, ann, group).removed).toEqual([]);
    expect(merge([held(first, { group })], second, ann, group).removed).toHaveLength(1);
  });

  test('replace one that failed only when they set all of its fields', () => {
    const failed = held(first, { state: 'failed', error: { code: 'conflict', theirs: [] } });
    expect(merge([failed], edit(change('title', 'Call', 'Call Ann')), ann).removed).toEqual([]);
    expect(merge([failed], edit(change('title', 'A', 'B'), change('body', 'A', 'B')), ann).removed).toEqual([failed]);
  });

  test('of different records or kinds have nothing to do with each other', () => {
    for (const other of [
      held({ ...first, taskId: 't2' } as Operation),
      held(first, { target: bob }),
      held(complete('t1')),
      held(examples.updateNote),
    ]) {
      expect(merge([other], first, ann)).toEqual({ removed: [], outcome: { kind: 'added', operation: first } });
    }
  });
});

describe('deleting a record', () => {
  const { deleteTask, deleteNote } = examples;

  const STATES = ['held', 'queued', 'failed', 'parked', 'sending', 'uncertain'] as const;
  test.each(STATES)('does not drop an edit of it that is %s: it may be taken back', (state) => {
    expect(merge([held(first, { state })], deleteTask, ann).removed).toEqual([]);
  });

  test('that is done leaves no edit of it to be decided on', () => {
    const deleted = held(deleteTask, { state: 'sent' });
    const stuck = (['failed', 'parked'] as const).map((state) => held(first, { state }));
    const others = [
      held(first, { state: 'uncertain' }),
      held(first, { state: 'failed', target: bob }),
      held(examples.updateNote, { state: 'failed' }),
    ];
    expect(pointless([...stuck, ...others], deleted)).toEqual(stuck);
    expect(pointless(stuck, held(complete('t1')))).toEqual([]);
  });

  test('lets it be completed before: what that starts was wanted', () => {
    expect(merge([held(complete('t1'))], deleteTask, ann)).toEqual({ removed: [], outcome: { kind: 'added', operation: deleteTask } });
  });

  test('twice is once, and another record is another deletion', () => {
    expect(merge([held(deleteTask)], deleteTask, ann).outcome.kind).toBe('already');
    expect(merge([held(deleteTask)], { ...deleteTask, taskId: 't2' }, ann).outcome.kind).toBe('added');
    expect(merge([held(deleteTask)], deleteNote, ann).outcome.kind).toBe('added');
  });
});

describe('wishes about one thing', () => {
  const pairs: readonly [Operation, Operation][] = [
    [examples.setFollower, { ...examples.setFollower, follows: false }],
    [examples.setWorkflow, { ...examples.setWorkflow, isIn: false }],
    [examples.setCampaign, { ...examples.setCampaign, isIn: true }],
    [examples.linkBusiness, { kind: 'linkBusiness', businessId: null, name: '' }],
    [
      { kind: 'addTag', tag: 'VIP' },
      { kind: 'removeTag', tag: 'vip ' },
    ],
  ];
  test.each(pairs)('the last one counts, and is sent: $kind', (one, other) => {
    const before = held(one);
    expect(merge([before], other, ann)).toEqual({ removed: [before], outcome: { kind: 'added', operation: other } });
    expect(merge([before], one, ann).outcome.kind).toBe('already');
  });

  test("a contact's tag has nothing to do with the location's own or with other people's", () => {
    const ofMany = { kind: 'tagContacts', tag: 'vip', adds: true, contacts: [{ id: 'bob', name: 'Bob' }] } as const;
    for (const other of [examples.createTag, examples.deleteTag, ofMany]) {
      expect(merge([held(other)], { kind: 'addTag', tag: 'vip' }, ann)).toMatchObject({ removed: [], outcome: { kind: 'added' } });
    }
  });
});

test('equal notes and tasks are meant', () => {
  for (const operation of [note('Hello'), examples.createTask, examples.createAppointmentNote]) {
    expect(merge([held(operation)], operation, ann)).toEqual({ removed: [], outcome: { kind: 'added', operation } });
  }
});

test('the same appointment is booked once', () => {
  expect(merge([held(examples.createAppointment)], examples.createAppointment, ann).outcome.kind).toBe('already');
});
