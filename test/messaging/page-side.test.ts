import { defineExtensionMessaging } from '@webext-core/messaging';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPageSide, type MessageRuntime } from '@/lib/messaging/page-side.ts';

/** Both ways with and without data, with promises and failures. */
interface Protocol {
  add(data: { one: number; other: number }): number;
  hello(): string;
}

type Hear = (message: unknown, sender: unknown, answer: (answer: unknown) => void) => unknown;

/** Two ends of one wire, as the browser joins them; what is sent is cloned. `tabs` reaches the page's end. */
function createWire() {
  const ends = { page: new Set<Hear>(), background: new Set<Hear>() };
  let lastError: { message: string } | undefined;
  const send = (to: Set<Hear>, message: unknown, hear: (answer?: unknown) => void) => {
    const pending = [...to].map((listener) => listener(structuredClone(message), { id: 'us' }, (answer) => hear(structuredClone(answer))));
    if (pending.includes(true)) return;
    lastError = { message: 'Could not establish connection. Receiving end does not exist.' };
    hear();
    lastError = undefined;
  };
  const listeners = (end: Set<Hear>) => ({ addListener: (hear: Hear) => end.add(hear), removeListener: (hear: Hear) => end.delete(hear) });
  const page: MessageRuntime = {
    get lastError() {
      return lastError;
    },
    sendMessage: (message, hear) => send(ends.background, message, hear as (answer?: unknown) => void), // the wire knows no answers' shape
    onMessage: listeners(ends.page) as MessageRuntime['onMessage'], // nor messages'
  };
  const tabs = { sendMessage: (_tab: number, message: unknown, _to: unknown, hear: Hear) => send(ends.page, message, hear as never) };
  return { page, ends, background: { tabs, runtime: { onMessage: listeners(ends.background) } } };
}

let wire: ReturnType<typeof createWire>;

beforeEach(() => {
  wire = createWire();
  vi.stubGlobal('chrome', wire.background);
});

afterEach(() => vi.unstubAllGlobals());

test('the background hears what a page says, and its answer arrives', async () => {
  const background = defineExtensionMessaging<Protocol>();
  background.onMessage('add', ({ data, sender }) => {
    expect(sender).toEqual({ id: 'us' });
    return data.one + data.other;
  });
  background.onMessage('hello', async () => 'you');
  const page = createPageSide<Protocol>(wire.page);
  expect(await page.sendMessage('add', { one: 1, other: 2 })).toBe(3);
  expect(await page.sendMessage('hello')).toBe('you');
});

test('what the background fails with is what the page gets', async () => {
  defineExtensionMessaging<Protocol>().onMessage('hello', () => {
    throw new TypeError('not today');
  });
  await expect(createPageSide<Protocol>(wire.page).sendMessage('hello')).rejects.toThrow('not today');
});

test('a page that nobody hears is told so', async () => {
  await expect(createPageSide<Protocol>(wire.page).sendMessage('hello')).rejects.toThrow('Receiving end does not exist');
});

test('an answer of nothing at all is a failure', async () => {
  const deaf = { ...wire.page, sendMessage: (_message: unknown, hear: (answer: undefined) => void) => hear(undefined) };
  await expect(createPageSide<Protocol>(deaf).sendMessage('hello')).rejects.toThrow('No response');
});

test('a page that was orphaned by an update fails instead of throwing', async () => {
  const orphan = {
    ...wire.page,
    sendMessage: () => {
      throw new Error('Extension context invalidated.');
    },
  };
  await expect(createPageSide<Protocol>(orphan).sendMessage('hello')).rejects.toThrow('Extension context invalidated.');
});

test('a page answers the background, at once or later', async () => {
  const page = createPageSide<Protocol>(wire.page);
  page.onMessage('add', ({ data }) => data.one + data.other);
  page.onMessage('hello', async () => 'you');
  const background = defineExtensionMessaging<Protocol>();
  expect(await background.sendMessage('add', { one: 1, other: 2 }, 7)).toBe(3);
  expect(await background.sendMessage('hello', undefined, 7)).toBe('you');
});

test('what a page fails with is what the background gets', async () => {
  createPageSide<Protocol>(wire.page).onMessage('hello', () => {
    throw new TypeError('not today');
  });
  const failure = await defineExtensionMessaging<Protocol>()
    .sendMessage('hello', undefined, 7)
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'TypeError', message: 'not today' });
});

test('a page leaves to others what it was not asked to answer, and everything once it has stopped', async () => {
  const stop = createPageSide<Protocol>(wire.page).onMessage('hello', () => 'you');
  const background = defineExtensionMessaging<Protocol>();
  await expect(background.sendMessage('add', { one: 1, other: 2 }, 7)).rejects.toThrow('No response');
  stop();
  expect(wire.ends.page.size).toBe(0);
  await expect(background.sendMessage('hello', undefined, 7)).rejects.toThrow('No response');
});
