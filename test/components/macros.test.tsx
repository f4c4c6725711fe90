// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Macro } from '@/lib/macros/macro.ts';
import { show } from './show-panel.tsx';

const noAnswer: Macro = {
  id: 'm1',
  name: 'No answer',
  key: '1',
  tags: ['No Answer', 'VIP'],
  note: 'Called {name}: no answer.',
  task: { title: 'Call {name} again', due: 'tomorrow 10am' },
};
const many = Array.from({ length: 7 }, (_, index): Macro => ({ id: `x${index}`, name: `Macro ${index}`, tags: [`tag ${index}`] }));
/** Noon of 21 November 2026 in New York, the location's zone. */
const now = () => Date.UTC(2026, 10, 21, 17);

const bar = () => screen.findByRole('group', { name: 'Macros' });
const press = async (name: string | RegExp) => fireEvent.click(within(await bar()).getByRole('button', { name }));

describe('the macro bar', () => {
  it('writes tags, note and task as one act, by one click', async () => {
    const { outbox } = show({ stored: { macros: [noAnswer] }, me: { loc1: 'u1' }, now });
    await screen.findByRole('button', { name: 'Remove tag vip' });
    await press(/No answer/);
    await waitFor(async () => expect(await outbox.list()).toHaveLength(3));
    const entries = await outbox.list();
    expect(entries.map(({ operation }) => operation)).toEqual([
      { kind: 'addTag', tag: 'No Answer' },
      { kind: 'createNote', body: 'Called Maria Gomez: no answer.', userId: 'u1' },
      { kind: 'createTask', title: 'Call Maria Gomez again', dueDate: '2026-11-22T15:00:00Z', assignedTo: 'u1' },
    ]);
    expect(new Set(entries.map(({ group }) => group?.id)).size).toBe(1);
    expect(entries.every(({ target, group }) => target.contactId === 'c1' && group?.name === 'No answer')).toBe(true);
  });

  it('takes all of it back with one Undo', async () => {
    const { outbox } = show({ stored: { macros: [noAnswer] }, now });
    await screen.findByRole('button', { name: 'Remove tag vip' });
    await press(/No answer/);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await outbox.list()).toEqual([]));
  });

  it('runs once for two clicks at once', async () => {
    const { outbox } = show({ stored: { macros: [noAnswer] }, now });
    await screen.findByRole('button', { name: 'Remove tag vip' });
    await Promise.all([press(/No answer/), press(/No answer/)]);
    await waitFor(async () => expect((await outbox.list()).length).toBeGreaterThan(0));
    await screen.findByRole('button', { name: 'Undo' });
    expect(await outbox.list()).toHaveLength(3);
  });

  it('runs by its digit', async () => {
    const { outbox } = show({ stored: { macros: [noAnswer] }, now });
    await screen.findByRole('button', { name: 'Remove tag vip' });
    await bar();
    fireEvent.keyDown(document.body, { key: '1' });
    await waitFor(async () => expect(await outbox.list()).toHaveLength(3));
  });

  it('runs once for a digit that is hit twice by haste', async () => {
    const other: Macro = { id: 'm2', name: 'Other', key: '2', tags: ['other'] };
    const { outbox } = show({ stored: { macros: [{ ...noAnswer, tags: [] }, other] }, now });
    await screen.findByRole('button', { name: 'Remove tag vip' });
    await bar();
    const pressAt = (key: string, ms: number) => {
      const event = createEvent.keyDown(document.body, { key });
      Object.defineProperty(event, 'timeStamp', { value: ms });
      fireEvent(document.body, event);
    };
    pressAt('1', 5_000);
    await screen.findByRole('button', { name: 'Undo' });
    pressAt('1', 5_400);
    pressAt('2', 5_500);
    await waitFor(async () => expect(await outbox.list()).toHaveLength(3));
    pressAt('1', 6_500);
    await waitFor(async () => expect(await outbox.list()).toHaveLength(5));
  });

  it('says when there is nothing left to write', async () => {
    const { outbox } = show({ stored: { macros: [{ id: 'm', name: 'Important', tags: ['vip'] }] }, now });
    await screen.findByRole('button', { name: 'Remove tag vip' });
    await press('Important');
    await screen.findByText('Important has nothing left to write here.');
    expect(await outbox.list()).toEqual([]);
  });

  it('gives the task the usual date when its words mean no date', async () => {
    const macro: Macro = { id: 'm', name: 'Odd', tags: [], task: { title: 'Look', due: 'whenever you like' } };
    const { outbox } = show({ stored: { macros: [macro] }, now });
    await press('Odd');
    await waitFor(async () => expect(await outbox.list()).toHaveLength(1));
    expect((await outbox.list())[0]?.operation).toMatchObject({ dueDate: '2026-11-22T14:00:00Z' });
  });

  it('shows a few and offers the rest', async () => {
    show({ stored: { macros: many }, now });
    const inBar = within(await bar());
    expect(inBar.queryByRole('button', { name: 'Macro 5' })).toBeNull();
    fireEvent.click(inBar.getByRole('button', { name: '3 more' }));
    inBar.getByRole('button', { name: 'Macro 6' });
  });

  it('is not there without macros', async () => {
    show({ stored: { macros: [] }, now });
    await screen.findByRole('button', { name: 'Remove tag vip' });
    expect(screen.queryByRole('group', { name: 'Macros' })).toBeNull();
  });
});
