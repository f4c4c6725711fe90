import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandMacro, type MacroFacts } from '@/components/macros/expand-macro.ts';
import type { Macro } from '@/lib/macros/macro.ts';

const facts: MacroFacts = { name: 'Maria Gomez', date: '21 Nov 2026', dueDate: '2026-11-22T15:00:00Z', userId: 'u1', tags: [] };
const noAnswer: Macro = {
  id: 'm1',
  name: 'No answer',
  tags: ['no answer', 'Called'],
  note: 'Called {name} on {date}: no answer.',
  task: { title: 'Call {name} again', due: 'tomorrow 10am', details: 'Last try {date}' },
};

describe('expanding a macro', () => {
  it('writes its tags, then its note, then its task', () => {
    expect(expandMacro(noAnswer, facts)).toEqual([
      { kind: 'addTag', tag: 'no answer' },
      { kind: 'addTag', tag: 'Called' },
      { kind: 'createNote', body: 'Called Maria Gomez on 21 Nov 2026: no answer.', userId: 'u1' },
      {
        kind: 'createTask',
        title: 'Call Maria Gomez again',
        dueDate: '2026-11-22T15:00:00Z',
        body: 'Last try 21 Nov 2026',
        assignedTo: 'u1',
      },
    ]);
  });

  it('writes no tag that the contact has, in whatever case', () => {
    const tags = expandMacro({ ...noAnswer, tags: ['VIP', 'vip', 'New'] }, { ...facts, tags: ['Vip '] });
    expect(tags.filter(({ kind }) => kind === 'addTag')).toEqual([{ kind: 'addTag', tag: 'New' }]);
  });

  it('names nobody when it is not known who sits here', () => {
    const written = JSON.stringify(expandMacro(noAnswer, { ...facts, userId: undefined }));
    expect(written).not.toMatch(/userId|assignedTo/);
  });

  it('fills a placeholder once, so that a name that looks like one stays a name', () => {
    const [note] = expandMacro({ id: 'm', name: 'm', tags: [], note: '{name}!' }, { ...facts, name: '{date}' });
    expect(note).toMatchObject({ body: '{date}!' });
  });

  it('keeps any name as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        const [note] = expandMacro({ id: 'm', name: 'm', tags: [], note: 'a{name}b' }, { ...facts, name });
        expect(note).toMatchObject({ body: `a${name}b` });
      }),
    );
  });
});
