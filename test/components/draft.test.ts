import { describe, expect, it } from 'vitest';
import { type ContactDraft, hasText, keyOf, operationOf, type TaskDraft } from '@/components/drafts/draft.ts';

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
};

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
