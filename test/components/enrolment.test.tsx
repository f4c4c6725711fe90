// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { FakeGateway, FakeWorld } from '../query/fake-gateway.ts';
import { answers, contact, matched, show } from './show-panel.tsx';

const users = [
  { id: 'u1', name: 'Sam Porter' },
  { id: 'u2', name: 'Tom Becker' },
  { id: 'u3', name: 'Ann Shah' },
];
const workflows = [
  { id: 'w1', name: 'Recall', status: 'published' },
  { id: 'w2', name: 'Welcome', status: 'draft' },
];
const followed = { ...contact, followers: ['u2', 'u9'] };

function showFollowed(world: Partial<FakeWorld> = {}): FakeGateway {
  const all: Record<string, unknown> = { ...answers, 'contacts.get': followed, 'users.list': users, 'workflows.list': workflows };
  return show({
    read: (endpoint) => all[endpoint] ?? [],
    match: () => ({ ...matched, contact: followed }) as typeof matched,
    me: { loc1: 'u1' },
    ...world,
  });
}

const section = async () => within(await screen.findByRole('region', { name: 'Details' }));
const operations = async (gateway: FakeGateway) => (await gateway.outbox.list()).map(({ operation }) => operation);

async function unfold() {
  const summary = await (await section()).findByText('Workflows and campaigns');
  const details = summary.closest('details') ?? expect.fail('the workflows are not folded');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  return within(details);
}

it('lets one follow, and names who follows already', async () => {
  const gateway = showFollowed();
  await (await section()).findByText('Tom Becker');
  (await section()).getByText('A user who is gone');
  fireEvent.click((await section()).getByRole('button', { name: 'Follow' }));
  await waitFor(async () => expect(await operations(gateway)).toMatchObject([{ kind: 'setFollower', userId: 'u1', follows: true }]));
  await (await section()).findByText('Sam Porter (you)');
  expect((await section()).queryByRole('button', { name: 'Follow' })).toBeNull();
});

it('lets others follow or no longer follow', async () => {
  const gateway = showFollowed();
  await (await section()).findByText('Tom Becker');
  const others = (await section()).getByRole('combobox', { name: 'Add a follower' });
  expect(
    within(others)
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['Add a follower', 'Sam Porter (you)', 'Ann Shah']);
  fireEvent.change(others, { target: { value: 'u3' } });
  await (await section()).findByText('Ann Shah', { selector: 'bdi' });
  fireEvent.click((await section()).getByRole('button', { name: 'Tom Becker no longer follows' }));
  await waitFor(async () =>
    expect(await operations(gateway)).toEqual([
      { kind: 'setFollower', userId: 'u3', name: 'Ann Shah', follows: true },
      { kind: 'setFollower', userId: 'u2', name: 'Tom Becker', follows: false },
    ]),
  );
  await waitFor(async () => expect((await section()).queryByRole('button', { name: 'Tom Becker no longer follows' })).toBeNull());
});

it('asks once before a workflow, which may send messages', async () => {
  const gateway = showFollowed();
  const folded = await unfold();
  folded.getByText('HighLevel does not tell which workflows or campaigns a contact is in.');
  const picker = await folded.findByLabelText('Workflow');
  within(picker).getByText('Welcome (draft)');
  fireEvent.change(picker, { target: { value: 'w1' } });
  fireEvent.click(folded.getByRole('button', { name: 'Add' }));
  folded.getByText('Add to “Recall”? It begins at once and may send messages.');
  expect(await operations(gateway)).toEqual([]);
  // Another workflow is another question.
  fireEvent.change(picker, { target: { value: 'w2' } });
  expect(folded.queryByRole('button', { name: 'Add to workflow' })).toBeNull();
  fireEvent.change(picker, { target: { value: 'w1' } });
  fireEvent.click(folded.getByRole('button', { name: 'Add' }));
  fireEvent.click(folded.getByRole('button', { name: 'Add to workflow' }));
  await waitFor(async () =>
    expect(await operations(gateway)).toEqual([{ kind: 'setWorkflow', workflowId: 'w1', name: 'Recall', isIn: true }]),
  );
});

it('reads workflows only when they are unfolded', async () => {
  const gateway = showFollowed();
  await (await section()).findByText('Tom Becker');
  expect(gateway.reads()).not.toContain('workflows.list');
  await unfold();
  await waitFor(() => expect(gateway.reads()).toContain('workflows.list'));
});

it('takes a campaign by its address, and asks once before it adds', async () => {
  const gateway = showFollowed();
  const folded = await unfold();
  const field = folded.getByLabelText("Campaign's id or its address in HighLevel");
  const add = folded.getByRole<HTMLButtonElement>('button', { name: 'Add to campaign' });
  fireEvent.change(field, { target: { value: 'Spring' } });
  folded.getByText('No id of a campaign in this.');
  expect(add.disabled).toBe(true);
  fireEvent.change(field, {
    target: { value: 'https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/marketing/campaigns/kbg8eQJ2hFzXk0aPq1rT' },
  });
  fireEvent.click(add);
  expect(await operations(gateway)).toEqual([]);
  fireEvent.click(folded.getByRole('button', { name: 'Yes, add to it' }));
  await waitFor(async () =>
    expect(await operations(gateway)).toEqual([{ kind: 'setCampaign', campaignId: 'kbg8eQJ2hFzXk0aPq1rT', isIn: true }]),
  );
  fireEvent.click(folded.getByRole('button', { name: 'Take out of campaign' }));
  await waitFor(async () => expect(await operations(gateway)).toMatchObject([{ kind: 'setCampaign', isIn: false }]));
});
