import { describe, expect, test } from 'vitest';
import { noteSchema, taskSchema } from '@/lib/ghl/models.ts';
import type { Operation } from '@/lib/outbox/entry.ts';
import { entriesFor, overlayNotes, overlayTags, overlayTasks } from '@/lib/outbox/overlay.ts';
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
