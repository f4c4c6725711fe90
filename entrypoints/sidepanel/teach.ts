import { browser } from 'wxt/browser';
import type * as z from 'zod';
import { AppFailure, toAppError } from '@/lib/core/errors.ts';
import { checkRule, makeRule } from '@/lib/crm/taught/make-rule.ts';
import { TEACH_LINE, type TeachProtocol, teachMessaging } from '@/lib/messaging/teach.ts';
import { pickedField, proposal, ruleReading } from '@/lib/messaging/teach-answers.ts';
import type { TeachActs } from '@/lib/query/gateway.ts';

/** What teaching needs of the browser. */
export interface TeachParts {
  /** Puts the teaching script into the tab; in place of an older one. */
  inject(tabId: number): Promise<unknown>;
  /** Sends one message to the tab; throws when nothing there answers it. */
  send(name: keyof TeachProtocol, data: unknown, tabId: number): Promise<unknown>;
  /**
   * Holds a line to the tab's script, which stops waiting for the person when it is cut: so does closing the panel. A script
   * that is fresh hears nothing of the line that an older one had.
   */
  hold(tabId: number, isFresh: boolean): void;
  /** Epoch milliseconds. */
  now(): number;
}

/** What a line is to us. */
interface Line {
  disconnect(): void;
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** Teaching by the script in the tab, which is put there when it does not answer yet. */
export function createTeachActs({ inject, send, hold, now }: TeachParts): TeachActs {
  async function ask(name: keyof TeachProtocol, data: unknown, tabId: number): Promise<unknown> {
    // Asked first for what costs nothing: a script that waits for the person must not be replaced by a new one.
    const isThere = await send('cancelPick', undefined, tabId).then(
      () => true,
      () => false,
    );
    if (!isThere) await inject(tabId).catch(gone);
    if (name === 'pick' || !isThere) hold(tabId, !isThere);
    return send(name, data, tabId).catch(gone);
  }

  return {
    propose: async (tabId) => checked(proposal, await ask('propose', undefined, tabId)),
    pick: async (tabId, field) => checked(pickedField.nullable(), (await ask('pick', { field }, tabId)) ?? null),
    cancelPick: async (tabId) => void (await send('cancelPick', undefined, tabId).catch(() => undefined)),
    tryRule: async (tabId, rule) => checked(ruleReading, await ask('tryRule', { rule }, tabId)),
    makeRule: (lesson) => makeRule(lesson, now()),
    checkRule,
  };
}

/** The browser's own teaching script. */
export function createBrowserTeachActs(): TeachActs {
  // The protocol ties name and data together; here one function carries them all.
  const send = teachMessaging.sendMessage as (name: string, data: unknown, tabId: number) => Promise<unknown>;
  return createTeachActs({
    inject: (tabId) => browser.scripting.executeScript({ target: { tabId }, files: ['/teach.js'] }),
    send,
    hold: createLines((tabId) => browser.tabs.connect(tabId, { name: TEACH_LINE })),
    now: Date.now,
  });
}

/** One line to each tab, opened anew for a fresh script and once the page there has cut it. */
export function createLines(connect: (tabId: number) => Line): TeachParts['hold'] {
  const lines = new Map<number, Line>();
  return (tabId, isFresh) => {
    const held = lines.get(tabId);
    if (held && !isFresh) return;
    held?.disconnect();
    const line = connect(tabId);
    lines.set(tabId, line);
    line.onDisconnect.addListener(() => {
      if (lines.get(tabId) === line) lines.delete(tabId);
    });
  };
}

function checked<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new AppFailure({ code: 'unexpected', detail: 'The page answered in an unknown form.' });
}

function gone(thrown: unknown): never {
  throw new AppFailure({ code: 'page_unreachable', detail: toAppError(thrown).detail ?? 'No answer.' });
}
