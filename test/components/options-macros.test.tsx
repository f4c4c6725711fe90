// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Macro } from '@/lib/macros/macro.ts';
import { fakeGateway, memorySetting } from './options-gateway.ts';
import { showOptions } from './show-options.tsx';

const own: Macro = { id: 'm1', name: 'No answer', key: '1', tags: ['no answer'] };

function open(macros: Macro[] = [own]) {
  const setting = memorySetting(macros);
  showOptions(fakeGateway({ settings: { macros: setting } }));
  const section = within(screen.getByRole('region', { name: 'Macros' }));
  return { setting, section };
}
const type = (label: string, text: string) => fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const file = (text: string) => new File([text], 'macros.json', { type: 'application/json' });

afterEach(cleanup);

describe('macros in the options', () => {
  it('are added by a form, with only what was filled in', async () => {
    const { setting, section } = open();
    await section.findByText('No answer');
    fireEvent.click(section.getByRole('button', { name: 'Add macro' }));
    type('Name', ' Interested ');
    type('Tags to add', 'hot, Hot, lead');
    type('Task', 'Call {name}');
    type('Due', 'in 2 days');
    fireEvent.change(screen.getByLabelText('Key in the panel'), { target: { value: '2' } });
    fireEvent.click(section.getByRole('button', { name: 'Save macro' }));
    await waitFor(async () => expect(await setting.get()).toHaveLength(2));
    const [, added] = await setting.get();
    expect(added).toEqual({
      id: expect.any(String),
      name: 'Interested',
      key: '2',
      tags: ['hot', 'lead'],
      task: { title: 'Call {name}', due: 'in 2 days' },
    });
    expect(section.queryByRole('button', { name: 'Save macro' })).toBeNull();
  });

  it.each([
    ['a name', () => type('Tags to add', 'x'), 'Give the macro a name.'],
    ['something to do', () => type('Name', 'Idle'), 'Fill in a tag, a note or a task.'],
    [
      'a name of its own',
      () => {
        type('Name', 'no ANSWER');
        type('Tags to add', 'x');
      },
      'There is a macro of that name already.',
    ],
    [
      'a date that is one',
      () => {
        type('Name', 'Odd');
        type('Task', 'Look');
        type('Due', 'whenever you like');
      },
      'When the task is due was not understood. Try "tomorrow 9am" or "in 2 days".',
    ],
  ])('need %s', async (_what, fill, sentence) => {
    const { setting, section } = open();
    await section.findByText('No answer');
    fireEvent.click(section.getByRole('button', { name: 'Add macro' }));
    fill();
    fireEvent.click(section.getByRole('button', { name: 'Save macro' }));
    await section.findByText(sentence);
    expect(await setting.get()).toEqual([own]);
  });

  it('are edited in their place and removed', async () => {
    const { setting, section } = open([own, { id: 'm2', name: 'Other', tags: ['x'] }]);
    fireEvent.click(await section.findByRole('button', { name: 'Edit macro No answer' }));
    type('Name', 'Not there');
    fireEvent.click(section.getByRole('button', { name: 'Save macro' }));
    await waitFor(async () => expect((await setting.get())[0]).toEqual({ ...own, name: 'Not there' }));
    fireEvent.click(section.getByRole('button', { name: 'Remove macro Other' }));
    await waitFor(async () => expect(await setting.get()).toHaveLength(1));
  });

  it('are imported from a file', async () => {
    const { setting, section } = open();
    await section.findByText('No answer');
    const taken = [{ id: 'm9', name: 'Taken', tags: ['t'] }];
    fireEvent.change(section.getByLabelText('Import macros'), { target: { files: [file(JSON.stringify(taken))] } });
    await section.findByText('1 macro imported.');
    expect(await setting.get()).toEqual([own, ...taken]);
  });

  it('stay as they are when a file holds none', async () => {
    const { setting, section } = open();
    await section.findByText('No answer');
    fireEvent.change(section.getByLabelText('Import macros'), { target: { files: [file('<html>')] } });
    expect((await section.findByRole('alert')).textContent).toContain('This file holds no macros.');
    expect(await setting.get()).toEqual([own]);
  });
});
