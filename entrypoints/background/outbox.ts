import { browser } from 'wxt/browser';
import type { LinkStore } from '@/lib/contact/links.ts';
import { tellNews } from '@/lib/messaging/news.ts';
import type { answerOwnPages } from '@/lib/messaging/own-pages.ts';
import type { Drainer } from '@/lib/outbox/drain.ts';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import type { BrowserSession } from '@/lib/outbox/session.ts';
import type { OutboxStore } from '@/lib/outbox/store.ts';
import { changedReads, forgetReads } from '@/lib/query/changed-reads.ts';
import type { ReadCache } from '@/lib/query/gateway.ts';
import { settings } from '@/lib/storage/items.ts';
import { badgeNeedsPerson } from './badge.ts';
import { createRecentTags } from './recent-tags.ts';

const ALARM = 'outbox';
/** How soon a store that failed is looked at again, in milliseconds, should this background not live to do it. */
const TRY_AGAIN_MS = 300_000;
const recentTags = createRecentTags(settings.recentTags);

interface Parts {
  readonly drainer: Drainer;
  readonly outbox: OutboxStore;
  readonly answer: ReturnType<typeof answerOwnPages>;
}

/** Wakes the drainer: on each start, on the panel's word, on the network's return and by an alarm. */
export function setupOutbox({ drainer, outbox, answer }: Parts): Pick<Drainer, 'wake'> {
  const report = (trouble: unknown) => console.error(trouble);
  // The alarm is set before the work too: a background that is killed in the middle is called back by it.
  const settle = async (work: Promise<void>) => {
    await Promise.all([setAlarm(drainer), work]);
    await Promise.all([setAlarm(drainer), countForBadge(outbox)]);
  };
  settle(drainer.boot(browserSession)).catch(report);
  const wake: Drainer['wake'] = (cause) => settle(drainer.wake(cause));
  answer('outboxChanged', async () => {
    // The panel only wants to be heard; how the sending goes, it sees in the store.
    wake().catch(report);
    return null;
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) wake().catch(report);
  });
  self.addEventListener('online', () => void wake('online').catch(report));
  return { wake };
}

/** Chromium forgets alarms when the browser restarts and clamps them to 30 seconds, so one is set again after every pass. */
async function setAlarm(drainer: Drainer): Promise<void> {
  // With a store in trouble nobody knows when.
  const when = await drainer.nextWakeAt().catch(() => Date.now() + TRY_AGAIN_MS);
  if (when === undefined) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: Math.max(when, Date.now() + 30_000) });
}

/** Said before each write leaves: should the background die during it, this wakes the next one to find out. */
export function callBackIfKilled(): void {
  browser.alarms.create(ALARM, { when: Date.now() + 30_000 }).catch(console.error);
}

/** The input of a call with the phone that is in it, alone or among the changed fields of a contact, made whole. */
export async function withFullPhone<I extends object>(input: I, toFull: (phone: string) => Promise<string>): Promise<I> {
  if ('phone' in input && typeof input.phone === 'string' && input.phone !== '') return { ...input, phone: await toFull(input.phone) };
  if (!('fields' in input) || typeof input.fields !== 'object' || input.fields === null) return input;
  return { ...input, fields: await withFullPhone(input.fields, toFull) };
}

async function countForBadge(outbox: OutboxStore): Promise<void> {
  await badgeNeedsPerson((await outbox.counts()).needsPerson);
}

/** `storage.session` outlives this worker but not the browser: without the mark, the browser was closed meanwhile. */
const browserSession: BrowserSession = {
  isNew: async () => (await browser.storage.session.get('running')).running !== true,
  begun: () => browser.storage.session.set({ running: true }),
};

/** After every attempt: badge and alarm follow the store; a confirmed tag becomes recent, a created contact is linked to its record. */
export async function afterSettled(
  entry: OutboxEntry,
  { links, outbox, drainer, cache }: { links: LinkStore; outbox: OutboxStore; drainer: Drainer; cache: ReadCache },
): Promise<void> {
  const code = entry.state === 'failed' ? entry.error?.code : undefined;
  const follow = async () => {
    // An open panel reads again by itself; one that is opened later must not paint what was before.
    if (entry.state === 'sent' || code === 'conflict' || code === 'not_found')
      await forgetReads(cache, changedReads(entry)).catch(console.error);
    if (entry.state === 'sent') await afterSent(entry, links);
  };
  await Promise.all([setAlarm(drainer), countForBadge(outbox), follow()]);
}

async function afterSent({ operation, target, answer, updatedAt }: OutboxEntry, links: LinkStore): Promise<void> {
  if (operation.kind === 'addTag' || (operation.kind === 'tagContacts' && operation.adds)) await recentTags.note(operation.tag);
  if (operation.kind === 'deleteContact') await forgetContact(links, target).catch(console.error);
  if (operation.kind === 'createContact' && operation.recordId !== '') {
    // The operations table has checked that the answer to a creation is a contact.
    const { id, businessId } = answer as { id: string; businessId?: string };
    await links.put({
      locationId: target.locationId,
      crm: operation.crm,
      recordId: operation.recordId,
      contactId: id,
      name: target.shownAs,
      ...(businessId ? { businessId } : {}),
      by: 'person',
      at: updatedAt,
    });
    tellNews({ about: 'links' });
  }
}

/** Nobody is found by what was remembered of a contact that was deleted. */
async function forgetContact(links: LinkStore, { locationId, contactId }: OutboxEntry['target']): Promise<void> {
  const its = (await links.list()).filter((link) => link.locationId === locationId && link.contactId === contactId);
  await Promise.all(its.map(({ crm, recordId }) => links.remove(locationId, crm, recordId)));
  tellNews({ about: 'links' });
}
