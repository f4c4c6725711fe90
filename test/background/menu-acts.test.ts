import { describe, expect, it } from 'vitest';
import { addressOf, isTaskList, menuId, parseMenuId, taskFromSelection } from '@/entrypoints/background/menu-acts.ts';

describe('a click in the context menu', () => {
  it.each(['vip', 'tag:nested', 'with space', '100 %'])('on the tag %s means that tag', (tag) => {
    expect(parseMenuId(menuId({ kind: 'tag', tag }), { selectionText: 'selected text is not used' })).toEqual({ kind: 'tag', tag });
  });

  it('on a selection means a note or a task with its text', () => {
    expect(parseMenuId('note', { selectionText: '  Prefers mornings. ' })).toEqual({ kind: 'note', text: 'Prefers mornings.' });
    expect(parseMenuId('task', { selectionText: 'Call back' })).toEqual({ kind: 'task', text: 'Call back' });
  });

  it.each([
    ['note', undefined],
    ['task', '   '],
    ['open', 'text'],
    ['alongside', 'text'],
  ])('on %s with the selection %s writes nothing', (id, selectionText) => expect(parseMenuId(id, { selectionText })).toBeUndefined());

  it('cuts an endless selection visibly', () => {
    const act = parseMenuId('note', { selectionText: 'x'.repeat(100_000) });
    expect(act).toEqual({ kind: 'note', text: `${'x'.repeat(5_000)}…` });
  });
});

describe('a task from a selection', () => {
  it('is titled by it when it is one short line', () => expect(taskFromSelection('Call back')).toEqual({ title: 'Call back' }));

  it('is titled by its first line and keeps the whole in the details', () => {
    expect(taskFromSelection('Call back\nabout Friday')).toEqual({ title: 'Call back', body: 'Call back\nabout Friday' });
  });

  it('shortens a long line in the title only', () => {
    const line = 'word '.repeat(60).trim();
    const { title, body } = taskFromSelection(line);
    expect(title).toHaveLength(120);
    expect(body).toBe(line);
  });
});

describe('a search from the menu', () => {
  it('takes the selection as one line that HighLevel can search', () => {
    expect(parseMenuId('search', { selectionText: '  Maria\n Gomez ' })).toEqual({ kind: 'find', query: 'Maria Gomez' });
    expect(parseMenuId('search', { selectionText: 'x'.repeat(200) })).toEqual({ kind: 'find', query: 'x'.repeat(75) });
    expect(parseMenuId('search', { selectionText: ' \n ' })).toBeUndefined();
  });

  it.each([
    ['mailto:maria@bayside.test', 'maria@bayside.test'],
    ['MAILTO:Maria%2Bnews%40bayside.test?subject=Hi&cc=a@b.test', 'Maria+news@bayside.test'],
    ['mailto:maria@bayside.test,pedro@bayside.test', 'maria@bayside.test'],
    ['tel:+1-415-555-0100;ext=7', '+1-415-555-0100'],
    ['tel:%2B1%20415%20555%200100', '+1 415 555 0100'],
    ['mailto:100%25sure@x.test', '100%sure@x.test'],
    ['mailto:bad%escape@x.test', 'bad%escape@x.test'],
  ])('reads of the link %s the address %s', (linkUrl, address) => {
    expect(addressOf(linkUrl)).toBe(address);
    expect(parseMenuId('lookup', { linkUrl })).toEqual({ kind: 'find', query: address });
  });

  it.each(['https://x.test/', 'javascript:alert(1)', 'mailto:', '', 'mailto:?subject=x'])('looks nobody up for %s', (linkUrl) => {
    expect(parseMenuId('lookup', { linkUrl })).toBeUndefined();
  });
});

describe('a selected list', () => {
  it.each(['- Call back\n- Send the quote', '1. Call\n2) Send', '• Call\n\n  • Send', 'To do:\n* Call\n* Send'])(
    '%j may become several tasks',
    (text) => expect(isTaskList(text)).toBe(true),
  );

  it.each(['Send the X-rays\nby courier', '- only one', 'a - b\nc - d', '2026 was good\n2027 too'])('%j is one task', (text) =>
    expect(isTaskList(text)).toBe(false),
  );
});
