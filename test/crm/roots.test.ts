// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import type { Root } from '@/lib/crm/dom.ts';
import { createRootFinder } from '@/lib/crm/roots.ts';

let time = 0;
let find: (isFresh: boolean) => readonly Root[];

beforeEach(() => {
  time = 0;
  document.body.replaceChildren();
  const finder = createRootFinder(document, () => time);
  find = (isFresh) => finder(isFresh).roots;
});

/** By identity: to an equality of values all empty roots are the same. */
function expectRoots(found: readonly Node[], expected: readonly Node[]): void {
  expect(found.map((root) => expected.indexOf(root))).toEqual([...expected.keys()]);
}

const addHost = () => document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });

test('a root that comes with new elements is found at once', () => {
  expectRoots(find(false), [document]);
  const outer = addHost();
  expectRoots(find(false), [document, outer]);
  const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  expectRoots(find(false), [document, outer, inner]);
});

test('a root attached to an element that was there is found on demand, else after three seconds', () => {
  const host = document.body.appendChild(document.createElement('div'));
  find(false);
  const root = host.attachShadow({ mode: 'open' });
  time = 2_999;
  expectRoots(find(false), [document]);
  time = 3_000;
  expectRoots(find(false), [document, root]);
  const other = host.appendChild(document.createElement('div'));
  find(false);
  const late = other.attachShadow({ mode: 'open' });
  expectRoots(find(true), [document, root, late]);
});

test('a root that left the page is not found, even when its host was replaced by another of equal size', () => {
  const gone = addHost();
  expectRoots(find(false), [document, gone]);
  gone.host.remove();
  const root = addHost();
  expectRoots(find(false), [document, root]);
});

test('a page that keeps its size is not walked again', () => {
  const root = addHost();
  expect(find(false)).toBe(find(false));
  root.append('text');
  expect(find(false)).toHaveLength(2);
});

const addFrame = () => document.body.appendChild(document.createElement('iframe'));
const within = (frame: HTMLIFrameElement) => frame.contentDocument as Document; // about:blank is of this origin

test('the documents of frames and their shadow roots are found where they are asked for', () => {
  const frame = addFrame();
  const inner = within(frame).body.appendChild(within(frame).createElement('div')).attachShadow({ mode: 'open' });
  expectRoots(find(true), [document]);
  const { roots, frames } = createRootFinder(document, () => time, true)(true);
  expectRoots(roots, [document, within(frame), inner]);
  expect(frames).toEqual([frame]);
});

test('a frame within a frame is found too', () => {
  const outer = addFrame();
  const inner = within(outer).body.appendChild(within(outer).createElement('iframe'));
  expectRoots(createRootFinder(document, () => time, true)(true).roots, [document, within(outer), within(inner)]);
});

test.each([
  ['answers nothing', () => null],
  [
    'throws',
    () => {
      throw new DOMException('Blocked a frame', 'SecurityError');
    },
  ],
])('a frame of another origin, which %s, is followed but not read', (_how, get) => {
  const frame = addFrame();
  Object.defineProperty(frame, 'contentDocument', { get });
  const { roots, frames } = createRootFinder(document, () => time, true)(true);
  expectRoots(roots, [document]);
  expect(frames).toEqual([frame]);
});

test('a frame that is hidden is no longer read, and read again once it is shown', () => {
  const frame = addFrame();
  const look = createRootFinder(document, () => time, true);
  expectRoots(look(false).roots, [document, within(frame)]);
  frame.style.display = 'none';
  expectRoots(look(false).roots, [document]);
  frame.style.display = '';
  expectRoots(look(false).roots, [document, within(frame)]);
});

test('another document in a frame takes the place of the one before', () => {
  const frame = addFrame();
  const look = createRootFinder(document, () => time, true);
  look(false);
  const other = document.implementation.createHTMLDocument();
  Object.defineProperty(frame, 'contentDocument', { value: other });
  expectRoots(look(false).roots, [document, other]);
  expect(look(false)).toBe(look(false));
});
