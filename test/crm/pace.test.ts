// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPace, type Pace } from '@/lib/crm/pace.ts';

const read = vi.fn();
let ended: AbortController;
let pace: Pace;
let frame: HTMLIFrameElement;

beforeEach(() => {
  vi.useFakeTimers();
  read.mockReset();
  document.body.replaceChildren();
  frame = document.body.appendChild(document.createElement('iframe'));
  ended = new AbortController();
  pace = createPace(window, Date.now, read, ended.signal);
});

afterEach(() => {
  pace.rest();
  vi.useRealTimers();
});

const follow = () => pace.follow(true, { roots: [document], frames: [frame] });
const draw = () => document.body.append(document.createElement('i'));

test('a page that was not followed may have changed, and one that was followed has changed only if it did', async () => {
  expect(pace.rest()).toBe(true);
  follow();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(pace.rest()).toBe(false);
  expect(pace.rest()).toBe(true);
  follow();
  draw();
  await vi.advanceTimersByTimeAsync(200);
  expect(read).toHaveBeenCalledOnce();
  expect(pace.rest()).toBe(true);
});

test('a change in the same turn, of which nobody was told yet, counts too', () => {
  follow();
  draw();
  expect(pace.rest()).toBe(true);
});

test('neither changes nor frames that load wake it while it rests', async () => {
  follow();
  pace.rest();
  draw();
  frame.dispatchEvent(new Event('load'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(read).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('a frame that loads is a change, once until the page is read', async () => {
  follow();
  frame.dispatchEvent(new Event('load'));
  frame.dispatchEvent(new Event('load'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(read).toHaveBeenCalledOnce();
});

test('what has slid or faded to its place is a change, a button that has changed its colour is none', async () => {
  const end = (propertyName: string) => frame.dispatchEvent(Object.assign(new Event('transitionend', { bubbles: true }), { propertyName }));
  follow();
  for (const property of ['background-color', 'box-shadow', 'color']) end(property);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(read).not.toHaveBeenCalled();
  for (const property of ['transform', 'opacity', 'visibility']) {
    end(property);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(read).toHaveBeenCalledOnce();
    read.mockReset();
    pace.rest();
    follow();
  }
  pace.rest();
  end('transform');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(read).not.toHaveBeenCalled();
});

test('once it has ended it follows nothing and plans nothing', () => {
  const observe = vi.spyOn(MutationObserver.prototype, 'observe');
  const listen = vi.spyOn(frame, 'addEventListener');
  ended.abort();
  follow();
  pace.plan(10);
  expect(observe).not.toHaveBeenCalled();
  expect(listen).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('once it has ended while it followed a page, nothing of it remains there', () => {
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
  const listen = vi.spyOn(document, 'addEventListener');
  const leave = vi.spyOn(document, 'removeEventListener');
  follow();
  const own = listen.mock.calls.find(([type]) => type === 'transitionend')?.[1];
  disconnect.mockClear();
  ended.abort();
  expect(disconnect).toHaveBeenCalledOnce();
  expect(own).toBeTypeOf('function');
  expect(leave.mock.calls).toContainEqual(['transitionend', own]);
});
