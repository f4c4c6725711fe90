import { describe, expect, it } from 'vitest';
import {
  type ContactDraft,
  hasText,
  keyOf,
  type NoteEditDraft,
  operationOf,
  type TaskDraft,
  type TaskEditDraft,
} from '@/components/drafts/draft.ts';

const target = { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' };
const task: TaskDraft = {
  kind: 'task',
  target,
  title: ' Call ',
  due: '2026-11-22T09:00',
  zone: 'America/New_York',
  details: '',
  assignee: '',
};
const contact: ContactDraft = {
  kind: 'contact',
  target: { ...target, contactId: null },
  crm: 'salesforce',
  recordId: '003',
  firstName: 'Maria',
  lastName: '',
  email: '',
  phone: '',
  companyName: '',
  tags: [],
};

const noteEdit: NoteEditDraft = {
  kind: 'noteEdit',
  target,
  noteId: 'n1',
  excerpt: 'One two',
  from: '<b>One</b> two',
  fromTitle: 'Call',
  format: 'rich',
  start: '<p><strong>One</strong> two</p>',
  text: '<p><strong>One</strong> two</p>',
  title: 'Call',
};
const form = { title: 'Call', due: '2026-11-22T09:00', zone: 'America/New_York', details: '', assignee: '' };
const taskEdit: TaskEditDraft = {
  kind: 'taskEdit',
  target,
  taskId: 't1',
  from: { title: 'Call', dueDate: '2026-11-22T14:00:30.000Z', body: '', assignedTo: '' },
  start: form,
  ...form,
};

describe('a change of a note', () => {
  it('is none while nothing was typed, however we would write it', () => {
    expect(operationOf(noteEdit)).toBeUndefined();
    expect(hasText(noteEdit)).toBe(false);
  });

  it('holds what was changed only, from what HighLevel had', () => {
    const text = '<p><strong>One</strong> three</p>';
    expect(operationOf({ ...noteEdit, text })).toMatchObject({
      kind: 'updateNote',
      noteId: 'n1',
      changes: [{ field: 'body', from: '<b>One</b> two', to: text }],
    });
    expect(operationOf({ ...noteEdit, title: ' ' })).toMatchObject({ changes: [{ field: 'title', from: 'Call', to: '' }] });
  });

  it('of plain text is sent as it is to be shown', () => {
    const plain = { ...noteEdit, format: 'plain', from: 'a', start: 'a', text: 'use <b> & c' } as const;
    expect(operationOf(plain)).toMatchObject({ changes: [{ field: 'body', to: 'use &lt;b> &amp; c' }] });
    expect(operationOf({ ...plain, text: '  ' })).toBeUndefined();
  });
});

describe('a change of a task', () => {
  it('leaves alone what was not touched, also seconds that the form does not show', () => {
    expect(operationOf(taskEdit)).toBeUndefined();
    expect(operationOf({ ...taskEdit, due: '2026-11-23T09:00', assignee: 'u1' })).toMatchObject({
      kind: 'updateTask',
      changes: [
        { field: 'dueDate', from: '2026-11-22T14:00:30.000Z', to: '2026-11-23T14:00:00Z' },
        { field: 'assignedTo', from: null, to: 'u1' },
      ],
    });
    expect(operationOf({ ...taskEdit, title: ' ' })).toBeUndefined();
  });
});

describe('a draft becomes a write', () => {
  it("with the task's due time on the location's clock", () => {
    expect(operationOf(task)).toEqual({ kind: 'createTask', title: 'Call', dueDate: '2026-11-22T14:00:00Z' });
  });

  it('with details and assignee when there are any', () => {
    expect(operationOf({ ...task, details: 'By phone', assignee: 'u1' })).toMatchObject({ body: 'By phone', assignedTo: 'u1' });
  });

  it.each([
    ['a task without title', { ...task, title: '  ' }],
    ['a task without date', { ...task, due: '' }],
    ['an empty note', { kind: 'note', target, text: ' \n' } as const],
    ['a contact with a company only', { ...contact, firstName: '', companyName: 'Bayside' }],
  ])('not for %s', (_, draft) => {
    expect(operationOf(draft)).toBeUndefined();
  });

  it("with the reader as the note's author when that is known", () => {
    const note = { kind: 'note', target, text: 'Hello' } as const;
    expect(operationOf(note, 'u1')).toEqual({ kind: 'createNote', body: 'Hello', userId: 'u1' });
    expect(operationOf(note)).toEqual({ kind: 'createNote', body: 'Hello' });
  });

  it('with only the fields of a contact that are filled', () => {
    expect(operationOf(contact)).toEqual({ kind: 'createContact', crm: 'salesforce', recordId: '003', firstName: 'Maria' });
  });
});

describe("a new contact's phone", () => {
  it.each([
    ['+1 (415) 555-0100', '+14155550100'],
    ['(415) 555-0100', '(415) 555-0100'],
    ['+1 415 555 0100 ext. 5', '+1 415 555 0100 ext. 5'],
  ])('%s is sent as %s', (phone, sent) => {
    expect(operationOf({ ...contact, phone })).toMatchObject({ phone: sent });
  });
});

describe('drafts', () => {
  it('are kept apart by form, location and contact', () => {
    const other = { ...task, target: { ...target, contactId: 'c2' } };
    const elsewhere = { ...task, target: { ...target, locationId: 'loc2' } };
    expect(new Set([keyOf(task), keyOf(other), keyOf(elsewhere), keyOf({ kind: 'note', target, text: '' })]).size).toBe(4);
  });

  it('hold nothing of the person while only our own date is in them', () => {
    expect(hasText({ ...task, title: '' })).toBe(false);
    expect(hasText(task)).toBe(true);
  });
});
