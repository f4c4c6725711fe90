// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { OptionsGatewayProvider } from '@/components/options/gateway.tsx';
import { TagsOptions } from '@/components/options/tags/TagsOptions.tsx';
import type { Operation, OutboxEntry } from '@/lib/outbox/entry.ts';
import { fakeGateway, harbor, memorySetting } from './options-gateway.ts';

afterEach(cleanup);

const tags = ['vip', 'newsletter', ...Array.from({ length: 20 }, (_, place) => `tag ${place + 10}`)].map((name) => ({
  id: `id ${name}`,
  name,
}));

function open(given: Parameters<typeof fakeGateway>[0] = {}) {
  const gateway = fakeGateway({ connection: harbor, read: () => tags, ...given });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <OptionsGatewayProvider value={gateway}>
        <TagsOptions />
      </OptionsGatewayProvider>
    </QueryClientProvider>,
  );
  return gateway;
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name, hidden: true }));
const target = { locationId: 'loc1', contactId: null, shownAs: '' };
const pending = (operation: Operation, facts: Partial<OutboxEntry> = {}): OutboxEntry => ({
  ...{ opId: 'op1', seq: 1, operation, target, state: 'held', notBefore: 0, attempts: 0, createdAt: 0, updatedAt: 0 },
  ...facts,
});

it('marks tags that start an automation, known or typed, and unmarks them', async () => {
  const gateway = open({ settings: { automationTags: memorySetting(['recall']) } });
  const field = await screen.findByRole('combobox', { name: 'Mark a tag' });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: 'Any Name' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(async () => expect(await gateway.settings.automationTags.get()).toEqual(['recall', 'Any Name']));
  await press('Remove tag recall');
  await waitFor(async () => expect(await gateway.settings.automationTags.get()).toEqual(['Any Name']));
});

it('keeps how long such a change waits, and nothing that makes no sense', async () => {
  const gateway = open();
  const field = await screen.findByLabelText<HTMLInputElement>('Longer undo for marked tags, in seconds');
  await waitFor(() => expect(field.value).toBe('20'));
  fireEvent.change(field, { target: { value: '121' } });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  fireEvent.change(field, { target: { value: '45' } });
  await waitFor(async () => expect(await gateway.settings.longHoldMs.get()).toBe(45_000));
});

it('renames a tag after saying what follows, and keeps its sign', async () => {
  const gateway = open({ settings: { automationTags: memorySetting(['VIP']) } });
  await screen.findByText(/into workflows, but not into smart lists/);
  fireEvent.change(await screen.findByLabelText('Find a tag'), { target: { value: 'vi' } });
  await press('Rename tag vip');
  fireEvent.change(await screen.findByLabelText('New name of vip'), { target: { value: 'newsletter' } });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Rename', hidden: true }).disabled).toBe(true);
  screen.getByText('There is a tag of this name already.');
  fireEvent.change(await screen.findByLabelText('New name of vip'), { target: { value: ' key account ' } });
  await press('Rename');
  await waitFor(() =>
    expect(gateway.outbox.commit).toHaveBeenCalledExactlyOnceWith([
      { operation: { kind: 'renameTag', tagId: 'id vip', from: 'vip', to: 'key account' }, target, holdMs: 6_000 },
    ]),
  );
  await waitFor(async () => expect(await gateway.settings.automationTags.get()).toEqual(['VIP', 'key account']));
});

it('deletes a tag only after asking', async () => {
  const gateway = open();
  await press('Delete tag newsletter');
  const question = await screen.findByRole('group', { name: /Delete newsletter\? Every contact loses it/, hidden: true });
  expect(gateway.outbox.commit).not.toHaveBeenCalled();
  fireEvent.click(within(question).getByRole('button', { name: 'Delete', hidden: true }));
  await waitFor(() =>
    expect(gateway.outbox.commit).toHaveBeenCalledExactlyOnceWith([
      { operation: { kind: 'deleteTag', tagId: 'id newsletter', tag: 'newsletter' }, target, holdMs: 6_000 },
    ]),
  );
});

it('makes a tag that is not there yet', async () => {
  const gateway = open();
  fireEvent.change(await screen.findByLabelText('New tag'), { target: { value: 'Golf' } });
  await press('Create tag');
  await waitFor(() => expect(gateway.outbox.commit.mock.calls).toMatchObject([[[{ operation: { kind: 'createTag', tag: 'Golf' } }]]]));
});

it('shows a change on its way with Undo, and asks for permission where it waits for that', async () => {
  const gateway = open({ pending: [pending({ kind: 'deleteTag', tagId: 'id newsletter', tag: 'newsletter' })] });
  await screen.findByText('Not sent yet');
  expect(screen.queryByRole('button', { name: 'Delete tag newsletter', hidden: true })).toBeNull();
  await press('Undo');
  await waitFor(() => expect(gateway.outbox.act).toHaveBeenCalledExactlyOnceWith(['op1'], 'undo'));
  cleanup();
  const waiting = open({
    pending: [pending({ kind: 'renameTag', tagId: 'id vip', from: 'vip', to: 'VIP' }, { state: 'queued', waiting: 'write_access' })],
    settings: {},
  });
  fireEvent.change(await screen.findByLabelText('Find a tag'), { target: { value: 'vip' } });
  await press('Allow writing');
  await waitFor(() => expect(waiting.allowWriting).toHaveBeenCalledOnce());
});

it('says why a change failed', async () => {
  const error = { code: 'missing_scope', scope: 'locations/tags.write' } as const;
  open({ pending: [pending({ kind: 'deleteTag', tagId: 'id newsletter', tag: 'newsletter' }, { state: 'failed', error })] });
  await screen.findByText(/This token lacks the scope locations\/tags\.write/);
});

it('shows a part of a long list and counts the rest', async () => {
  open();
  const list = await screen.findByRole('list', { name: 'Tags of the location', hidden: true });
  expect(within(list).getAllByRole('listitem', { hidden: true })).toHaveLength(15);
  screen.getByText('7 more: type on');
});
