// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CrmAdapter, CrmPage, Detection } from '@/lib/crm/adapter.ts';
import { watchPage } from '@/lib/crm/watch.ts';

/** Shows who is named in `<b data-id>`; pending while the address names another. */
const adapter: CrmAdapter = {
  id: 'plain',
  label: 'Plain',
  matches: [],
  provesAddress: true,
  route: (url) => url.pathname.slice(1) || undefined,
  detect({ url, document: page }: CrmPage): Detection {
    const id = url.pathname.slice(1);
    const shown = find(page, `b[data-id="${id}"]`);
    if (!shown) return { status: 'pending' };
    return { status: 'contact', contact: { crm: 'plain', recordId: id, name: shown.textContent, emails: [], phones: [] } };
  },
};

function find(root: Document | ShadowRoot, selector: string): Element | null {
  const inner = [...root.querySelectorAll('*')].map((element) => element.shadowRoot && find(element.shadowRoot, selector));
  return root.querySelector(selector) ?? inner.find(Boolean) ?? null;
}

type Told = [path: string, what: string];
let told: Told[];
let answer: () => Promise<'watch' | 'stop'>;
let stop: AbortController;
let navigation: EventTarget | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  answer = async () => 'watch';
  stop = new AbortController();
  navigation = undefined;
  setHidden(false);
  history.replaceState(null, '', '/a');
  draw('a', 'Ann');
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  Reflect.deleteProperty(window, 'navigation');
});

function draw(id: string, name: string): void {
  document.body.replaceChildren();
  const shown = document.body.appendChild(document.createElement('b'));
  shown.dataset.id = id;
  shown.textContent = name;
}

function start(): void {
  const report = (url: string, detection: Detection) => {
    told.push([
      new URL(url).pathname + new URL(url).search,
      detection.status === 'contact' ? (detection.contact.name ?? '') : detection.status,
    ]);
    return answer();
  };
  watchPage({ adapter, window, report, signal: stop.signal });
}

/** The page moves without loading, as the navigation API reports it. */
function move(path: string): void {
  history.pushState(null, '', path);
  navigation?.dispatchEvent(new Event('currententrychange'));
}

function withNavigationApi(): void {
  navigation = new EventTarget();
  Object.defineProperty(window, 'navigation', { value: navigation, configurable: true });
}

function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const HOUR = 3_600_000;

test('reports at once what the page shows', () => {
  start();
  expect(told).toEqual([['/a', 'Ann']]);
});

test('is silent while nothing new is shown, however much the page moves', async () => {
  start();
  for (let at = 0; at < 50; at++) {
    document.body.append(document.createElement('i'));
    await pass(100);
  }
  expect(told).toEqual([['/a', 'Ann']]);
});

test('reports again when late fields are drawn, once they have settled', async () => {
  draw('other', '');
  start();
  draw('a', 'Ann');
  await pass(100);
  expect(told).toEqual([['/a', 'pending']]);
  await pass(100);
  expect(told).toEqual([
    ['/a', 'pending'],
    ['/a', 'Ann'],
  ]);
});

test('reads a busy page less and less often, and never more than once in a pause', async () => {
  const detect = vi.spyOn(adapter, 'detect');
  start();
  for (let at = 0; at < 1_000; at++) {
    document.body.append(document.createElement('i'));
    await pass(10);
  }
  expect(detect.mock.calls.length).toBeGreaterThan(8);
  expect(detect.mock.calls.length).toBeLessThan(16);
});

test('sees what is drawn inside open shadow roots, new ones included', async () => {
  start();
  move('/b');
  const host = document.body.appendChild(document.createElement('p'));
  await pass(HOUR);
  const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
  host.title = 'drawn';
  document.body.append(document.createElement('i'));
  await pass(2_000);
  const shown = inner.appendChild(document.createElement('b'));
  shown.dataset.id = 'b';
  shown.textContent = 'Ben';
  await pass(2_000);
  expect(told.at(-1)).toEqual(['/b', 'Ben']);
});

test.each([
  ['with', withNavigationApi, 0],
  ['without', () => {}, 500],
] as const)('says pending as soon as the address changes, %s the navigation API', async (_how, prepare, patience) => {
  prepare();
  start();
  move('/b');
  await pass(patience);
  expect(told).toEqual([
    ['/a', 'Ann'],
    ['/b', 'pending'],
  ]);
  draw('b', 'Ben');
  await pass(200);
  expect(told.slice(2)).toEqual([['/b', 'Ben']]);
});

test('reads sooner after a move than while the page merely changes, however late it draws', async () => {
  withNavigationApi();
  start();
  move('/b');
  await pass(400);
  draw('b', '');
  await pass(35);
  expect(told.at(-1)).toEqual(['/b', '']);
  await pass(400);
  draw('b', 'Ben');
  await pass(100);
  expect(told.at(-1)).toEqual(['/b', '']);
  await pass(60);
  expect(told.at(-1)).toEqual(['/b', 'Ben']);
});

test('does not report a record that shows what the one before showed, while the title is that of before', async () => {
  withNavigationApi();
  document.title = 'Ann';
  start();
  draw('b', 'Ann');
  move('/b');
  await pass(4_000);
  expect(told.slice(1)).toEqual([['/b', 'pending']]);
  document.title = 'Ann | Lead';
  await pass(1_200);
  expect(told.slice(2)).toEqual([['/b', 'Ann']]);
});

test('believes after ten seconds that two records show the same', async () => {
  withNavigationApi();
  document.title = 'Ann';
  start();
  draw('b', 'Ann');
  move('/b');
  await pass(9_900);
  expect(told.slice(1)).toEqual([['/b', 'pending']]);
  await pass(200);
  expect(told.slice(2)).toEqual([['/b', 'Ann']]);
});

test('waits until the browser is idle before it reads a change, and no longer than a tenth of a second', async () => {
  const waiting: IdleRequestCallback[] = [];
  const requestIdleCallback = vi.fn((run: IdleRequestCallback) => waiting.push(run));
  Object.assign(window, { requestIdleCallback, cancelIdleCallback: (id: number) => delete waiting[id - 1] });
  try {
    start();
    draw('a', 'Anna');
    await pass(1_000);
    expect(told).toEqual([['/a', 'Ann']]);
    expect(requestIdleCallback.mock.lastCall).toEqual([expect.any(Function), { timeout: 100 }]);
    for (const run of waiting) run({ didTimeout: false, timeRemaining: () => 10 });
    expect(told.slice(1)).toEqual([['/a', 'Anna']]);
    draw('a', 'Annabel');
    await pass(1_000);
    stop.abort();
    expect(Object.keys(waiting)).toEqual([]);
  } finally {
    Reflect.deleteProperty(window, 'requestIdleCallback');
    Reflect.deleteProperty(window, 'cancelIdleCallback');
  }
});

test('says pending before another contact even when that one is drawn already', () => {
  withNavigationApi();
  start();
  const other = document.body.appendChild(document.createElement('b'));
  other.dataset.id = 'b';
  other.textContent = 'Ben';
  move('/b');
  expect(told).toEqual([
    ['/a', 'Ann'],
    ['/b', 'pending'],
    ['/b', 'Ben'],
  ]);
});

test('keeps the contact when only the query of the address changes', () => {
  withNavigationApi();
  start();
  move('/a?tab=details');
  expect(told).toEqual([
    ['/a', 'Ann'],
    ['/a?tab=details', 'Ann'],
  ]);
});

test('tells the adapter the title of before the move, and that the move is recent for ten seconds', async () => {
  withNavigationApi();
  document.title = 'Ann';
  start();
  const detect = vi.spyOn(adapter, 'detect');
  move('/b');
  expect(detect.mock.lastCall?.[0].staleTitle).toBe('Ann');
  expect(detect.mock.lastCall?.[0].hasJustMoved).toBe(true);
  await pass(10_100);
  expect(detect.mock.lastCall?.[0].staleTitle).toBe('Ann');
  expect(detect.mock.lastCall?.[0]).not.toHaveProperty('hasJustMoved');
});

test('at an address without a contact it says so once and leaves the page alone', async () => {
  withNavigationApi();
  const observe = vi.spyOn(MutationObserver.prototype, 'observe');
  const search = vi.spyOn(document, 'querySelectorAll');
  const detect = vi.spyOn(adapter, 'detect');
  history.replaceState(null, '', '/');
  start();
  for (let at = 0; at < 50; at++) draw('a', `Ann ${at}`);
  await pass(HOUR);
  move('/');
  expect(told).toEqual([['/', 'none']]);
  expect(detect).not.toHaveBeenCalled();
  expect(search).not.toHaveBeenCalled();
  expect(observe).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
  move('/a');
  expect(told.slice(1)).toEqual([
    ['/a', 'pending'],
    ['/a', 'Ann 49'],
  ]);
});

test('stops looking as soon as it leaves for an address without a contact', async () => {
  withNavigationApi();
  start();
  draw('a', 'Anna');
  move('/');
  const detect = vi.spyOn(adapter, 'detect');
  draw('a', 'Annabel');
  await pass(HOUR);
  expect(detect).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('reports a page without a contact', () => {
  withNavigationApi();
  start();
  move('/');
  expect(told).toEqual([
    ['/a', 'Ann'],
    ['/', 'none'],
  ]);
});

test('rests while the tab is hidden and catches up when it is shown', async () => {
  withNavigationApi();
  start();
  setHidden(true);
  move('/b');
  draw('b', 'Ben');
  await pass(HOUR);
  expect(told).toEqual([['/a', 'Ann']]);
  setHidden(false);
  expect(told.slice(1)).toEqual([
    ['/b', 'pending'],
    ['/b', 'Ben'],
  ]);
});

test('touches nothing of a page that is hidden', async () => {
  withNavigationApi();
  start();
  setHidden(true);
  const search = vi.spyOn(document, 'querySelectorAll');
  const detect = vi.spyOn(adapter, 'detect');
  for (let at = 0; at < 50; at++) draw('a', `Ann ${at}`);
  await pass(HOUR);
  expect(search).not.toHaveBeenCalled();
  expect(detect).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('announces itself again when the page comes back from the back-forward cache', () => {
  start();
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(told).toEqual([
    ['/a', 'Ann'],
    ['/a', 'Ann'],
  ]);
});

test.each([
  [
    'the background answers stop',
    () => {
      answer = async () => 'stop';
    },
    () => {},
  ],
  ['the extension is updated', () => {}, () => stop.abort()],
])('leaves the page alone once %s', async (_why, before, after) => {
  withNavigationApi();
  before();
  start();
  after();
  await pass(0);
  const detect = vi.spyOn(adapter, 'detect');
  draw('a', 'Anna');
  move('/b');
  setHidden(false);
  await pass(HOUR);
  expect(detect).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('keeps no timer, observer or idle task when it ends in the middle of a change', async () => {
  withNavigationApi();
  start();
  move('/b');
  draw('b', 'Ben');
  await pass(0);
  expect(vi.getTimerCount()).toBe(1);
  stop.abort();
  expect(vi.getTimerCount()).toBe(0);
});

test('keeps nothing when it ends while it reports', async () => {
  withNavigationApi();
  answer = () => {
    stop.abort();
    return Promise.reject(new Error('Extension context invalidated.'));
  };
  start();
  await pass(0);
  expect(vi.getTimerCount()).toBe(0);
  draw('a', 'Anna');
  await pass(HOUR);
  expect(vi.getTimerCount()).toBe(0);
  expect(told).toEqual([['/a', 'Ann']]);
});

test('takes back every listener it put on the page', () => {
  withNavigationApi();
  const targets = [window, document, navigation as EventTarget];
  const added = targets.map((target) => vi.spyOn(target, 'addEventListener'));
  const removed = targets.map((target) => vi.spyOn(target, 'removeEventListener'));
  start();
  const calls = added.flatMap((spy, at) => spy.mock.calls.map(([type, listener, options]) => ({ at, type, listener, options })));
  expect(calls).toHaveLength(5);
  stop.abort();
  for (const { at, type, listener, options } of calls) {
    const isAborted = (options as AddEventListenerOptions | undefined)?.signal?.aborted === true; // the form they are added in
    expect(isAborted || removed[at]?.mock.calls.some(([name, one]) => name === type && one === listener), type).toBe(true);
  }
});

test('waits no longer for the record of a new address because the page never rests', async () => {
  withNavigationApi();
  start();
  move('/b');
  for (let at = 0; at < 300; at++) {
    document.body.append(document.createElement('i'));
    await pass(10);
  }
  draw('b', 'Ben');
  for (let at = 0; at < 24; at++) {
    document.body.append(document.createElement('i'));
    await pass(10);
  }
  expect(told.at(-1)).toEqual(['/b', 'Ben']);
});

test('tries again, later and later, while nobody takes the report', async () => {
  answer = async () => Promise.reject(new Error('Could not establish connection'));
  start();
  await pass(1_000);
  expect(told.length).toBe(3);
  await pass(60_000);
  expect(told.length).toBeLessThan(12);
  answer = async () => 'watch';
  await pass(60_000);
  const settled = told.length;
  await pass(HOUR);
  expect(told.length).toBe(settled);
});

test('looks into frames only where the CRM shows records in them', async () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const inner = frame.contentDocument as Document; // about:blank is of this origin
  const withFrames: CrmAdapter = {
    ...adapter,
    readsFrames: true,
    detect: ({ roots }) => ({ status: roots?.includes(inner) && inner.querySelector('b') ? 'none' : 'pending' }),
  };
  const seen: string[] = [];
  const report = async (_url: string, { status }: Detection) => {
    seen.push(status);
    return 'watch' as const;
  };
  watchPage({ adapter: withFrames, window, report, signal: stop.signal });
  expect(seen).toEqual(['pending']);
  inner.body.append(inner.createElement('b'));
  await pass(300);
  expect(seen).toEqual(['pending', 'none']);
  const search = vi.spyOn(inner, 'querySelectorAll');
  start();
  await pass(300);
  expect(search).not.toHaveBeenCalled();
});

test('looks again when a frame has loaded another page, until it ends', async () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const detect = vi.fn((): Detection => ({ status: 'none' }));
  watchPage({ adapter: { ...adapter, readsFrames: true, detect }, window, report: async () => 'watch', signal: stop.signal });
  await pass(HOUR);
  const before = detect.mock.calls.length;
  frame.dispatchEvent(new Event('load'));
  await pass(200);
  expect(detect.mock.calls.length).toBe(before + 1);
  stop.abort();
  frame.dispatchEvent(new Event('load'));
  expect(vi.getTimerCount()).toBe(0);
});

test('writes nothing into the page', async () => {
  const before = document.documentElement.outerHTML;
  start();
  await pass(HOUR);
  expect(document.documentElement.outerHTML).toBe(before);
});
