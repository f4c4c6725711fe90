// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { AppFailure } from '@/lib/core/errors.ts';
import type { FakeGateway, FakeWorld } from '../query/fake-gateway.ts';
import { answers, show } from './show-panel.tsx';

const known = ['newsletter', 'paid', 'spanish', 'vip'].map((name) => ({ id: `tag ${name}`, name }));
const withTags = (world: Partial<FakeWorld> = {}) =>
  show({ read: (endpoint) => (endpoint === 'tags.list' ? known : (answers[endpoint] ?? [])), ...world });
const field = () => screen.findByRole<HTMLInputElement>('combobox', { name: 'Add tag' });
/** In the list of tags: there are selects with options of their own. */
const options = () => [...(screen.queryByRole('listbox', { name: 'Add tag' })?.children ?? [])].map((option) => option.textContent);
const key = (name: string) => async () => fireEvent.keyDown(await field(), { key: name });
const [enter, down, up, close] = [key('Enter'), key('ArrowDown'), key('ArrowUp'), key('Escape')];

async function type(words: string): Promise<void> {
  await screen.findByRole('button', { name: 'Remove tag vip' });
  fireEvent.focus(await field());
  fireEvent.click(await field());
  fireEvent.change(await field(), { target: { value: words } });
}

async function written(gateway: FakeGateway): Promise<unknown[]> {
  return (await gateway.outbox.list()).map(({ operation }) => operation);
}

const adds = (gateway: FakeGateway, tag: string) => waitFor(async () => expect(await written(gateway)).toEqual([{ kind: 'addTag', tag }]));

it('adds a tag that exists with Enter, and removes one with its button', async () => {
  const gateway = withTags();
  await type(' Paid ');
  await enter();
  await screen.findByRole('button', { name: 'Remove tag Paid' });
  fireEvent.click(screen.getByRole('button', { name: 'Remove tag vip' }));
  await waitFor(async () =>
    expect(await written(gateway)).toEqual([
      { kind: 'addTag', tag: 'Paid' },
      { kind: 'removeTag', tag: 'vip' },
    ]),
  );
});

it('does not add a tag again that the contact has in other letters', async () => {
  const gateway = withTags();
  await type('VIP');
  await enter();
  await type('paid');
  await enter();
  await adds(gateway, 'paid');
});

it('makes a new tag only when it is chosen in the list', async () => {
  const gateway = withTags();
  await type('golf partner');
  await waitFor(() => expect(options()).toEqual(['Create tag “golf partner”']));
  await enter();
  expect((await field()).value).toBe('golf partner');
  expect(await written(gateway)).toEqual([]);
  await screen.findByText('No such tag here yet. Choose Create tag in the list to make it.');
  await down();
  await enter();
  await adds(gateway, 'golf partner');
  expect(await field()).toHaveProperty('value', '');
});

it('is walked by the arrow keys, says where it stands, and is closed by Escape', async () => {
  const gateway = withTags();
  await type('');
  const box = await field();
  await waitFor(() => expect(options()).toEqual(['newsletter', 'paid', 'spanish']));
  const activeName = () => document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent;
  expect(box.getAttribute('aria-expanded')).toBe('true');
  await down();
  expect(activeName()).toBe('newsletter');
  await up();
  expect(activeName()).toBe('spanish');
  await close();
  expect(box.getAttribute('aria-expanded')).toBe('false');
  expect(options()).toEqual([]);
  await down();
  await down();
  await enter();
  await adds(gateway, 'paid');
});

it('waits with what was entered until it knows whether that is a tag', async () => {
  let answer: (rows: unknown) => void = () => undefined;
  const coming = new Promise((resolve) => {
    answer = resolve;
  });
  const gateway = withTags({ read: (endpoint) => (endpoint === 'tags.list' ? coming : (answers[endpoint] ?? [])) });
  await type('spanish');
  await enter();
  expect(await written(gateway)).toEqual([]);
  answer(known);
  await adds(gateway, 'spanish');
});

it('adds what is typed, and says so, while the location’s tags can not be read', async () => {
  const gateway = withTags({
    read: (endpoint) => {
      if (endpoint === 'tags.list') throw new AppFailure({ code: 'missing_scope', scope: 'locations/tags.readonly' });
      return answers[endpoint] ?? [];
    },
  });
  await type('anything');
  await screen.findByText(/Enter adds what you typed/);
  await enter();
  await adds(gateway, 'anything');
});

it('shows which tags start an automation, not by colour alone', async () => {
  withTags({ stored: { automationTags: ['VIP', 'paid'] } });
  const chip = (await screen.findByRole('button', { name: 'Remove tag vip' })).closest('li');
  await waitFor(() => expect(chip?.textContent).toContain('starts an automation'));
  await type('a');
  await waitFor(() => expect(options()).toEqual(['paidstarts an automation', 'spanish', 'Create tag “a”']));
});

it('offers a tag first as soon as it was sent somewhere', async () => {
  const gateway = withTags();
  await type('');
  await waitFor(() => expect(options()[0]).toBe('newsletter'));
  gateway.useTag('spanish');
  await waitFor(() => expect(options()[0]).toBe('spanish'));
  fireEvent.click(within(screen.getByRole('listbox', { name: 'Add tag' })).getByRole('option', { name: 'spanish' }));
  await adds(gateway, 'spanish');
});
