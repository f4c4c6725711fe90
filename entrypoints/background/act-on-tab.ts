import type { Auth } from '@/lib/auth/session.ts';
import type { Matcher } from '@/lib/contact/match.ts';
import { defaultDueDate } from '@/lib/core/due-date.ts';
import { noteFromSelection } from '@/lib/core/note-text.ts';
import type { Operation, Target } from '@/lib/outbox/entry.ts';
import type { OutboxStore } from '@/lib/outbox/store.ts';
import { type HoldSettings, holdFor } from '@/lib/query/hold.ts';
import { settings } from '@/lib/storage/items.ts';
import { badgeDone, badgeUnsure } from './badge.ts';
import { matchTab } from './contacts.ts';
import type { Intents } from './intents.ts';
import { isTaskList, type MenuAct, taskFromSelection } from './menu-acts.ts';
import type { ClickPlace } from './menus.ts';
import type { Tabs } from './tabs.ts';

interface Parts {
  readonly tabs: Tabs;
  readonly matcher: Matcher;
  readonly auth: Auth;
  readonly outbox: OutboxStore;
  readonly wake: () => Promise<void>;
  readonly intents: Pick<Intents, 'put'>;
}

/**
 * Does what the context menu was asked on the contact of that tab, through the outbox like every write. When it is not
 * certain who that is, nothing is written: the badge says so and the panel, which the click opened, asks.
 */
export async function actOnTab(parts: Parts, act: MenuAct, place: ClickPlace): Promise<void> {
  const { tabId } = place;
  try {
    if (act.kind === 'task' && isTaskList(act.text)) return await askForTasks(parts, act.text, place);
    const target = await targetOf(parts, place);
    if (target === undefined) return await badgeUnsure(tabId);
    const operation = await operationOf(parts, act, target, place);
    await parts.outbox.commit({ operation, target, holdMs: holdFor(operation, await holdSettings()) });
    await badgeDone(tabId);
    await parts.wake();
  } catch (error) {
    console.error(error);
    await badgeUnsure(tabId);
  }
}

async function holdSettings(): Promise<HoldSettings> {
  const { holdMs, longHoldMs, automationTags } = settings;
  const [usual, long, tags] = await Promise.all([holdMs.get(), longHoldMs.get(), automationTags.get()]);
  return { holdMs: usual, longHoldMs: long, automationTags: tags };
}

/** Which lines of a list become tasks, the person says in the panel. */
async function askForTasks({ tabs, intents }: Parts, text: string, { tabId, url }: ClickPlace): Promise<void> {
  const view = await tabs.viewAt(tabId, url);
  if (view === 'moved' || view.status !== 'contact') return badgeUnsure(tabId);
  await intents.put(tabId, { kind: 'tasks', text, recordId: view.contact.recordId });
}

async function targetOf({ tabs, matcher, auth }: Parts, { tabId, url }: ClickPlace): Promise<Target | undefined> {
  // The page may have moved on since the click: what was clicked on it is not about the next contact.
  const [view, connection] = await Promise.all([tabs.viewAt(tabId, url), auth.connection()]);
  if (view === 'moved' || view.status !== 'contact' || connection === null) return undefined;
  const outcome = await matchTab({ tabs, matcher, auth }, tabId, view.contact.recordId);
  if (outcome.kind !== 'one') return undefined;
  const shownAs = outcome.contact?.name || outcome.name || view.contact.name || '';
  return { locationId: connection.locationId, contactId: outcome.contactId, shownAs };
}

async function operationOf({ auth }: Parts, act: MenuAct, target: Target, { title = '', url }: ClickPlace): Promise<Operation> {
  if (act.kind === 'tag') return { kind: 'addTag', tag: act.tag };
  const [me, connection] = await Promise.all([settings.me.get(), auth.connection()]);
  const userId = me[target.locationId] ?? connection?.userId;
  if (act.kind === 'note') return { kind: 'createNote', body: noteFromSelection(act.text, title, url), ...(userId ? { userId } : {}) };
  const dueDate = defaultDueDate(connection?.timeZone, Date.now());
  return { kind: 'createTask', ...taskFromSelection(act.text), dueDate, ...(userId ? { assignedTo: userId } : {}) };
}
