// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { closestFlat, createPageDom, isWithin, openRoots } from '@/lib/crm/dom.ts';

/** One element of a random page: where it hangs, by number of the elements before it, and in which of the two trees there. */
interface Step {
  readonly parent: number;
  readonly isInShadow: boolean;
  readonly tag: string;
  /** The slot it asks for, or that it is. */
  readonly slot: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  parent: fc.nat(30),
  isInShadow: fc.boolean(),
  tag: fc.constantFrom('div', 'div', 'a', 'slot', 'slot'),
  slot: fc.constantFrom('', 'x'),
});

function add(elements: readonly Element[], { parent, isInShadow, tag, slot }: Step): readonly Element[] {
  const element = document.createElement(tag);
  if (slot) element.setAttribute(tag === 'slot' ? 'name' : 'slot', slot);
  const holder = elements[parent % elements.length] as Element; // there is always the body
  const canHost = isInShadow && holder.localName === 'div';
  (canHost ? (holder.shadowRoot ?? holder.attachShadow({ mode: 'open' })) : holder).append(element);
  return [...elements, element];
}

beforeEach(() => document.body.replaceChildren());

test('what is within an element is what has it among its ancestors as rendered, through any shadow roots and slots', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
      document.body.replaceChildren();
      const elements = steps.reduce(add, [document.body] as readonly Element[]);
      const dom = createPageDom(openRoots(document));
      for (const within of elements) {
        const expected = elements.filter((element) => element !== within && element.localName === 'a' && isWithin(element, within));
        const found = dom.all('a', within);
        // By identity: to an equality of values all empty links are the same.
        expect(found.length).toBe(expected.length);
        expect(expected.every((element) => found.includes(element))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('a page without shadow roots is searched in the order of its tree', () => {
  const box = document.body.appendChild(document.createElement('div'));
  box.append(...['a', 'div', 'a'].map((tag) => document.createElement(tag)));
  const found = createPageDom(openRoots(document)).all('a,div', box);
  expect(found.map((element) => [...box.children].indexOf(element))).toEqual([0, 1, 2]);
});

test('what holds a link also holds what is inside the link', () => {
  const link = document.body.appendChild(document.createElement('a'));
  link.href = 'https://harbor.lightning.force.com/lightning/r/Contact/003Hr00002QwErTIAV/view';
  const text = link.appendChild(document.createElement('span'));
  expect(closestFlat(text, (at) => at.matches('body'))).toBe(document.body);
});
