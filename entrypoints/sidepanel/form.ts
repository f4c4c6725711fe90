import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import type * as z from 'zod';
import type { TabView } from '@/lib/contact/types.ts';
import { AppFailure, toAppError } from '@/lib/core/errors.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { MeantRecord } from '@/lib/crm/form/field.ts';
import { FORM_LINE, type FormProtocol } from '@/lib/messaging/form.ts';
import { filledFields, pageFields } from '@/lib/messaging/form-answers.ts';
import type { PageFormActs } from '@/lib/query/gateway.ts';

/** What the page's form needs of the browser. */
export interface FormParts {
  /** What the background knows of the tab. */
  view(tabId: number): Promise<TabView>;
  /** Puts the form script into the tab, in place of an older one. */
  inject(tabId: number): Promise<unknown>;
  /** Sends one message to the tab's script; throws when nothing there answers it. */
  send(name: keyof FormProtocol, data: unknown, tabId: number): Promise<unknown>;
  /** Opens a line to the tab's script. */
  connect(tabId: number): Line;
}

/** What a line is to us. */
interface Line {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: () => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** How long after a line broke another one is tried, in milliseconds: the page may be loading. */
const AGAIN_MS = 2_000;

/**
 * The labelled fields of the record in a tab. Nothing is read or filled unless the background says that the tab shows this
 * record, on a site that is on; the page's own script looks once more, in the same moment in which it reads or fills.
 */
export function createFormActs({ view, inject, send, connect }: FormParts): PageFormActs {
  const injecting = new Map<number, Promise<unknown>>();

  /** Two that find no script at the same time put one there: a second would end what the first has begun. */
  function injectOnce(tabId: number): Promise<unknown> {
    const injection = injecting.get(tabId) ?? inject(tabId).finally(() => injecting.delete(tabId));
    injecting.set(tabId, injection);
    return injection;
  }

  async function ensureShown(tabId: number, { crm, recordId }: DetectedContact): Promise<void> {
    const now = await view(tabId);
    if (now.status !== 'contact' || now.contact.crm !== crm || now.contact.recordId !== recordId) throw moved();
  }

  async function ask<T>(schema: z.ZodType<T | null>, name: keyof FormProtocol, data: unknown, tabId: number): Promise<T> {
    const answer = await send(name, data, tabId).catch(async () => {
      await injectOnce(tabId).catch(gone);
      return send(name, data, tabId).catch(gone);
    });
    const parsed = schema.safeParse(answer ?? null);
    if (!parsed.success) throw new AppFailure({ code: 'unexpected', detail: 'The page answered in an unknown form.' });
    if (parsed.data === null) throw moved();
    return parsed.data;
  }

  return {
    async read(tabId, page) {
      await ensureShown(tabId, page);
      const fields = await ask(pageFields, 'readForm', { record: meant(page) }, tabId);
      await ensureShown(tabId, page);
      return fields;
    },
    async fill(tabId, page, fields) {
      await ensureShown(tabId, page);
      return ask(filledFields, 'fillForm', { record: meant(page), fields }, tabId);
    },
    watch(tabId, page, listener, signal) {
      let again: ReturnType<typeof setTimeout> | undefined;
      const open = async () => {
        await ensureShown(tabId, page);
        // Also puts the script there, if it is not: a new one would cut the lines of the one before.
        await ask(pageFields, 'readForm', { record: meant(page) }, tabId);
        if (signal.aborted) return;
        const line = connect(tabId);
        const close = () => line.disconnect();
        signal.addEventListener('abort', close, { once: true });
        line.onMessage.addListener(listener);
        line.onDisconnect.addListener(() => {
          signal.removeEventListener('abort', close);
          if (!signal.aborted) again = setTimeout(start, AGAIN_MS);
        });
        line.postMessage(meant(page));
        // What changed before the page was followed, or between two lines, nobody has told.
        listener();
      };
      // A page that shows another record by now has nothing to tell of this one.
      const start = () => void open().catch(() => undefined);
      signal.addEventListener('abort', () => clearTimeout(again), { once: true });
      start();
    },
  };
}

/** The browser's own form script, in the tab's top frame. */
export function createBrowserFormActs(view: FormParts['view']): PageFormActs {
  // The protocol ties name and data together; here one function carries them all.
  const messaging = defineExtensionMessaging<FormProtocol>();
  const sendTo = messaging.sendMessage as (name: string, data: unknown, to: { tabId: number; frameId: number }) => Promise<unknown>;
  return createFormActs({
    view,
    inject: (tabId) => browser.scripting.executeScript({ target: { tabId }, files: ['/form.js'] }),
    send: (name, data, tabId) => sendTo(name, data, { tabId, frameId: 0 }),
    connect: (tabId) => browser.tabs.connect(tabId, { name: FORM_LINE, frameId: 0 }),
  });
}

function meant({ crm, recordId, name, emails, phones }: DetectedContact): MeantRecord {
  return { crm, recordId, emails, phones, ...(name === undefined ? {} : { name }) };
}

function moved(): AppFailure {
  return new AppFailure({ code: 'page_moved' });
}

function gone(thrown: unknown): never {
  throw new AppFailure({ code: 'page_unreachable', detail: toAppError(thrown).detail ?? 'No answer.' });
}
