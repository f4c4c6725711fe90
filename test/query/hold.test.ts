import { describe, expect, it } from 'vitest';
import type { Operation } from '@/lib/outbox/entry.ts';
import { holdFor, startsAutomation } from '@/lib/query/hold.ts';

const settings = { holdMs: 6_000, longHoldMs: 20_000, automationTags: ['Welcome series'] };
const contacts = [{ id: 'c1', name: 'Ann' }];

const cases: readonly [string, Operation, number][] = [
  ['a plain tag', { kind: 'addTag', tag: 'vip' }, 6_000],
  ['a tag that starts an automation, in any case', { kind: 'addTag', tag: ' welcome SERIES' }, 20_000],
  ['taking such a tag away', { kind: 'removeTag', tag: 'welcome series' }, 20_000],
  ['such a tag for many', { kind: 'tagContacts', tag: 'Welcome series', adds: true, contacts }, 20_000],
  ['another tag for many', { kind: 'tagContacts', tag: 'vip', adds: true, contacts }, 6_000],
  ['a new contact with such a tag', { kind: 'createContact', crm: 's', recordId: '1', tags: ['vip', 'welcome series'] }, 20_000],
  ['a new contact', { kind: 'createContact', crm: 's', recordId: '1' }, 6_000],
  ['a workflow to begin', { kind: 'setWorkflow', workflowId: 'w', name: 'Nurture', isIn: true }, 20_000],
  ['a workflow to leave', { kind: 'setWorkflow', workflowId: 'w', name: 'Nurture', isIn: false }, 6_000],
  ['a campaign to begin', { kind: 'setCampaign', campaignId: 'c', isIn: true }, 20_000],
  ['a contact to delete', { kind: 'deleteContact', name: 'Ann' }, 10_000],
  ['a note', { kind: 'createNote', body: 'Welcome series' }, 6_000],
];

describe('how long a write can be undone', () => {
  it.each(cases)('%s', (_what, operation, expected) => {
    expect(holdFor(operation, settings)).toBe(expected);
  });

  it('is never shorter than the person set it', () => {
    expect(holdFor({ kind: 'addTag', tag: 'welcome series' }, { ...settings, holdMs: 60_000 })).toBe(60_000);
    expect(holdFor({ kind: 'deleteContact', name: 'Ann' }, { ...settings, holdMs: 60_000 })).toBe(60_000);
  });

  it('is long for an automation and a deletion even when the person holds nothing', () => {
    const none = { ...settings, holdMs: 0 };
    expect(holdFor({ kind: 'addTag', tag: 'vip' }, none)).toBe(0);
    expect(holdFor({ kind: 'addTag', tag: 'welcome series' }, none)).toBe(20_000);
    expect(holdFor({ kind: 'deleteContact', name: 'Ann' }, none)).toBe(10_000);
  });

  it('is long because of what may start, not because of a name that looks so', () => {
    expect(startsAutomation({ kind: 'createTag', tag: 'welcome series' }, settings.automationTags)).toBe(false);
  });
});
