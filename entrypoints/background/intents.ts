import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod';
import type { PanelIntent } from '@/lib/messaging/intent.ts';
import type { answerOwnPages } from '@/lib/messaging/own-pages.ts';
import { createLines } from './lines.ts';

/** What was asked for outside the panel and waits for it, by tab. */
export interface Intents {
  /** Only the last wish of a tab counts. */
  put(tabId: number, intent: Wish): Promise<void>;
  /** Hands a tab's wish out, once, as long as it is fresh. */
  take(tabId: number): Promise<PanelIntent | null>;
  forget(tabId: number): Promise<void>;
}

/** An intent before it is put down. */
export type Wish = WithoutTime<PanelIntent>;
type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;

interface Parts {
  /** Outlives this background, not the browser. */
  readonly session: Pick<Browser.storage.StorageArea, 'get' | 'set' | 'remove'>;
  readonly now: () => number;
  /** Tells the panels that there is something for the tab. */
  readonly tell: (tabId: number) => void;
}

/** Who has looked elsewhere for a minute does not expect it any more; in milliseconds. */
const FRESH_MS = 60_000;

const at = z.number();
const intentSchema: z.ZodType<PanelIntent> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('find'), query: z.string(), at }),
  z.strictObject({ kind: z.literal('note'), at }),
  z.strictObject({ kind: z.literal('task'), at }),
  z.strictObject({ kind: z.literal('tasks'), text: z.string(), recordId: z.string(), at }),
]);

export function createIntents({ session, now, tell }: Parts): Intents {
  const key = (tabId: number) => `intent:${tabId}`;
  // Two panels that ask at once must not both get it.
  const inLine = createLines();
  return {
    async put(tabId, intent) {
      await inLine(tabId, () => session.set({ [key(tabId)]: { ...intent, at: now() } satisfies PanelIntent }));
      tell(tabId);
    },
    take: (tabId) =>
      inLine(tabId, async () => {
        const stored = (await session.get(key(tabId)))[key(tabId)];
        if (stored === undefined) return null;
        await session.remove(key(tabId));
        const intent = intentSchema.safeParse(stored).data;
        return intent !== undefined && now() - intent.at < FRESH_MS ? intent : null;
      }),
    forget: (tabId) => inLine(tabId, () => session.remove(key(tabId))),
  };
}

interface SetupParts {
  readonly intents: Intents;
  readonly answer: ReturnType<typeof answerOwnPages>;
}

/** Hands intents to the panels, and forgets those of tabs that are gone. */
export function setupIntents({ intents, answer }: SetupParts): void {
  answer('takeIntent', ({ tabId }) => intents.take(tabId));
  browser.tabs.onRemoved.addListener((tabId) => void intents.forget(tabId));
}
