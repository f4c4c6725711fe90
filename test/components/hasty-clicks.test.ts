// @vitest-environment jsdom
import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ignoreHastyClicks } from '@/components/ui/hasty-clicks.ts';

let stop: AbortController;
let clicked: string[];

beforeEach(() => {
  stop = new AbortController();
  clicked = [];
  document.body.replaceChildren();
  ignoreHastyClicks(document, stop.signal);
});
afterEach(() => stop.abort());

function add<T extends HTMLElement>(element: T, name: string): T {
  document.body.append(element);
  element.addEventListener('click', () => clicked.push(name));
  return element;
}

const button = (name: string) => add(document.createElement('button'), name);

function box() {
  const input = add(document.createElement('input'), 'box');
  input.type = 'checkbox';
  return input;
}

/** One click as a browser counts it: `detail` says how many came one after the other in the same place. */
function click(element: Element, detail: number): void {
  fireEvent.mouseDown(element, { detail });
  fireEvent.click(element, { detail });
}

it('the second click of a double click does nothing to what came under the pointer meanwhile', () => {
  const [save, other] = [button('save'), button('other')];
  click(save, 1);
  click(other, 2);
  click(other, 3);
  expect(clicked).toEqual(['save']);
  click(other, 1);
  expect(clicked).toEqual(['save', 'other']);
});

it('one button takes as many clicks as it gets, also on what is drawn in it', () => {
  const later = button('later');
  const icon = later.appendChild(document.createElement('span'));
  click(icon, 1);
  click(later, 2);
  click(icon, 3);
  expect(clicked).toEqual(['later', 'later', 'later']);
});

it('a box that is clicked twice at once is set once, and the keyboard is heard after it', () => {
  const done = box();
  click(done, 1);
  click(done, 2);
  expect(done.checked).toBe(true);
  fireEvent.click(done, { detail: 0 });
  expect(done.checked).toBe(false);
});

it('a label hands on one click of two', () => {
  const done = box();
  const label = document.createElement('label');
  label.append(done, 'Pin');
  document.body.append(label);
  click(label, 1);
  click(label, 2);
  expect(done.checked).toBe(true);
});

it('what opens and closes stays open when it is clicked twice at once', () => {
  const more = button('more');
  more.setAttribute('aria-expanded', 'false');
  click(more, 1);
  click(more, 2);
  expect(clicked).toEqual(['more']);
});
