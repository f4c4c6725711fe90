import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Operation } from '@/lib/outbox/entry.ts';
import { refetchAfter } from '@/lib/query/invalidate.ts';
import { ghlKey } from '@/lib/query/keys.ts';

const target = { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' };
const kept = {
  'tasks of the contact': ghlKey('loc1', 'tasks.list', { contactId: 'c1' }),
  'tasks of another contact': ghlKey('loc1', 'tasks.list', { contactId: 'c2' }),
  'tasks in another location': ghlKey('loc2', 'tasks.list', { contactId: 'c1' }),
  'my tasks': ghlKey('loc1', 'tasks.searchInLocation', { locationId: 'loc1', assignedTo: ['u1'] }),
  notes: ghlKey('loc1', 'notes.list', { contactId: 'c1' }),
  'the contact': ghlKey('loc1', 'contacts.get', { contactId: 'c1' }),
  appointments: ghlKey('loc1', 'appointments.ofContact', { contactId: 'c1' }),
  'the match': ['match', 'loc1', 1, {}],
};

const cases: [Operation, (keyof typeof kept)[]][] = [
  [{ kind: 'setTaskCompleted', taskId: 't1', title: '', completed: true }, ['tasks of the contact', 'my tasks']],
  [{ kind: 'createTask', title: 'Call', dueDate: '2026-11-22T14:00:00Z' }, ['tasks of the contact', 'my tasks']],
  [{ kind: 'createNote', body: 'Hello' }, ['notes']],
  [{ kind: 'addTag', tag: 'vip' }, ['the contact']],
  [{ kind: 'removeTag', tag: 'vip' }, ['the contact']],
  [{ kind: 'createContact', crm: 'salesforce', recordId: '003' }, ['the match']],
];

describe('after a confirmed write', () => {
  it.each(cases)('$kind makes exactly what it changed old', (operation, expected) => {
    const queryClient = new QueryClient();
    for (const queryKey of Object.values(kept)) queryClient.setQueryData(queryKey, []);
    refetchAfter(queryClient, { operation, target });
    const old = Object.entries(kept).filter(([, queryKey]) => queryClient.getQueryState(queryKey)?.isInvalidated);
    expect(old.map(([name]) => name).sort()).toEqual([...expected].sort());
  });
});
