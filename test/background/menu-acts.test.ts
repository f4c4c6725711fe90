import { describe, expect, it } from 'vitest';
import { menuId, parseMenuId, taskFromSelection } from '@/entrypoints/background/menu-acts.ts';

describe('a click in the context menu', () => {
  it.each(['vip', 'tag:nested', 'with space', '100 %'])('on the tag %s means that tag', (tag) => {
    expect(parseMenuId(menuId({ kind: 'tag', tag }), 'selected text is not used')).toEqual({ kind: 'tag', tag });
  });

  it('on a selection means a note or a task with its text', () => {
    expect(parseMenuId('note', '  Prefers mornings. ')).toEqual({ kind: 'note', text: 'Prefers mornings.' });
    expect(parseMenuId('task', 'Call back')).toEqual({ kind: 'task', text: 'Call back' });
  });

  it.each([
    ['note', undefined],
    ['task', '   '],
    ['open', 'text'],
    ['alongside', 'text'],
  ])('on %s with the selection %s writes nothing', (id, selection) => expect(parseMenuId(id, selection)).toBeUndefined());

  it('cuts an endless selection visibly', () => {
    const act = parseMenuId('note', 'x'.repeat(100_000));
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
