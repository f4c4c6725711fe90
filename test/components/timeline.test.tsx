// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { KeyActionsProvider } from '@/components/keyboard/KeyActions.tsx';
import { dayText } from '@/components/timeline/day-text.ts';
import { Timeline } from '@/components/timeline/Timeline.tsx';
import { groupByDay, idOf, placeItems } from '@/components/timeline/timeline-items.ts';
import { ConnectionProvider } from '@/lib/query/connection.tsx';
import { createPanelServices, PanelServicesProvider } from '@/lib/query/services.tsx';
import { connection, createFakeGateway } from '../query/fake-gateway.ts';

const zone = 'America/New_York';
/** Noon of a Saturday in New York. */
const now = Date.parse('2026-11-21T17:00:00Z');
const target = { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' };
const task = (id: string, dueDate: string | undefined, completed = false) => ({ id, title: `Task ${id}`, dueDate, completed });
const note = (id: string, dateAdded: string) => ({ id, body: `<p>Note <b>${id}</b></p>`, pinned: false, dateAdded });
const appointment = (id: string, startTime: string, endTime?: string) => ({ id, title: `Visit ${id}`, startTime, endTime });

const sources = {
  tasks: [
    task('late', '2026-11-20T15:00:00Z'),
    task('next', '2026-11-22T15:00:00Z'),
    task('none', undefined),
    task('done', '2026-11-01T15:00:00Z', true),
  ],
  notes: [note('old', '2026-11-20T16:00:00Z'), note('new', '2026-11-21T16:00:00Z')],
  appointments: [appointment('far', '2026-11-26 09:30:00'), appointment('running', '2026-11-21 11:30:00', '2026-11-21 12:30:00')],
} as unknown as Parameters<typeof placeItems>[0];

describe('the order of the timeline', () => {
  it('is what comes, the next first; what has no date; then the past, the latest first', () => {
    expect(placeItems(sources, zone, now).map(({ part, item }) => `${part} ${idOf(item)}`)).toEqual([
      'coming running',
      'coming next',
      'coming far',
      'undated none',
      'past new',
      'past old',
      'past late',
      'past done',
    ]);
  });

  it("has days of the location's calendar", () => {
    // Late in New York, tomorrow in Berlin.
    const late = { ...sources, tasks: [], appointments: [], notes: [note('a', '2026-11-21T03:00:00Z'), note('b', '2026-11-20T20:00:00Z')] };
    const placed = placeItems(late as typeof sources, zone, now);
    expect(groupByDay(placed, zone).map(({ items }) => items.length)).toEqual([2]);
    expect(groupByDay(placed, 'Europe/Berlin').map(({ items }) => items.length)).toEqual([1, 1]);
  });

  it.each([
    ['2026-11-21T06:00:00Z', 'Today'],
    ['2026-11-21T04:30:00Z', 'Yesterday'],
    ['2026-11-22T05:30:00Z', 'Tomorrow'],
    ['2026-11-26T17:00:00Z', 'Thu 26 Nov'],
    ['2027-01-04T17:00:00Z', 'Mon, 4 Jan 2027'],
  ])('names the day of %s %s', (at, text) => expect(dayText(Date.parse(at), zone, now).replace(',', '')).toBe(text.replace(',', '')));
});

function show(read: Record<string, unknown> = {}) {
  const answers: Record<string, unknown> = {
    'tasks.list': sources.tasks,
    'notes.list': sources.notes,
    'appointments.ofContact': sources.appointments,
    ...read,
  };
  const gateway = createFakeGateway({
    now: () => now,
    read: (endpoint) => {
      const answer = answers[endpoint];
      if (answer instanceof Error) throw answer;
      return answer ?? [];
    },
  });
  const services = createPanelServices(gateway, new AbortController().signal);
  const timeline = (isShown: boolean) => (
    <PanelServicesProvider services={services}>
      <ConnectionProvider connection={connection}>
        <KeyActionsProvider>{isShown && <Timeline target={target} />}</KeyActionsProvider>
      </ConnectionProvider>
    </PanelServicesProvider>
  );
  const { rerender } = render(timeline(true));
  return { gateway, setShown: (isShown: boolean) => rerender(timeline(isShown)) };
}

// jsdom draws nothing, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;
afterEach(cleanup);
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')];
const chip = (name: string) => screen.getByRole('button', { name });

describe('the timeline', () => {
  it('shows all kinds under their days, and asks only what the sections ask', async () => {
    const { gateway } = show();
    await waitFor(() => expect(rows()).toHaveLength(8));
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Timeline',
      'Coming',
      'Today',
      'Tomorrow',
      expect.stringContaining('26 Nov'),
      'No date',
      'Today',
      'Yesterday',
      expect.stringContaining('1 Nov'),
    ]);
    expect([...gateway.reads()].sort()).toEqual(['appointments.ofContact', 'notes.list', 'tasks.list']);
    expect(within(rows()[6] as HTMLElement).getByText(/Overdue/)).toBeDefined();
  });

  it('hides and shows kinds, and remembers that while the panel is open', async () => {
    const { setShown } = show();
    await waitFor(() => expect(rows()).toHaveLength(8));
    fireEvent.click(chip('Tasks'));
    await waitFor(() => expect(chip('Tasks').getAttribute('aria-pressed')).toBe('false'));
    expect(rows()).toHaveLength(4);
    setShown(false);
    setShown(true);
    await waitFor(() => expect(rows()).toHaveLength(4));
    fireEvent.click(chip('Notes'));
    await waitFor(() => expect(rows()).toHaveLength(2));
    fireEvent.click(chip('Appointments'));
    await screen.findByText('Nothing of what is chosen above.');
  });

  it('is walked by arrows, and Enter opens a row', async () => {
    show();
    await waitFor(() => expect(rows()).toHaveLength(8));
    rows()[4]?.focus();
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(rows()[5]);
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowUp' });
    fireEvent.keyDown(document.activeElement as Element, { key: 'Enter' });
    const row = rows()[4] as HTMLElement;
    expect(within(row).getByRole('button').getAttribute('aria-expanded')).toBe('true');
    expect(within(row).getByText('new', { selector: 'strong' })).toBeDefined();
  });

  it('completes a task, and shows that before HighLevel has it', async () => {
    const { gateway } = show();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Task next' }));
    await waitFor(() => expect((screen.getByRole('checkbox', { name: 'Task next' }) as HTMLInputElement).checked).toBe(true));
    const [entry] = await gateway.outbox.list();
    expect(entry).toMatchObject({ target, operation: { kind: 'setTaskCompleted', taskId: 'next', completed: true } });
  });

  it('shows what it has when one kind cannot be read, and a long list some rows at a time', async () => {
    const many = Array.from({ length: 120 }, (_, at) => note(`n${at}`, new Date(now - at * 3_600_000).toISOString()));
    show({ 'tasks.list': new Error('broken'), 'notes.list': many });
    await waitFor(() => expect(rows()).toHaveLength(50), { timeout: 3_000 });
    fireEvent.click(screen.getByRole('button', { name: 'Show 50 more of 72' }));
    fireEvent.click(screen.getByRole('button', { name: 'Show 22 more of 22' }));
    expect(rows()).toHaveLength(122);
    expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull();
    await screen.findByRole('button', { name: 'Try again' }, { timeout: 5_000 });
  });
});
