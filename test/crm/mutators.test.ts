// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { adapters } from '@/lib/crm/registry.ts';
import { nameMutators } from './mutators/names.ts';
import { ownValues, peopleOf } from './mutators/own-values.ts';
import { createRandom, everyText, everything, inputValue } from './mutators/stage.ts';
import { mutators } from './mutators.ts';
import { type Fixture, readFixtures, showPage } from './page.ts';

const fixtures = readFixtures();

/** All that the page is, shadow roots and fields' values included. */
function snapshot(): string {
  const inside = everything().flatMap((element) => [element.shadowRoot?.innerHTML ?? '', inputValue(element)]);
  return [document.title, document.body.innerHTML, everyText().length, ...inside].join('\n');
}

function isChanged(fixture: Fixture, name: string): boolean {
  showPage(fixture.html);
  const before = snapshot();
  const expected = Object.values(fixture.expect)[0] ?? { status: 'none' };
  mutators[name]?.({ fixture, own: ownValues(peopleOf(expected)), random: createRandom(7) });
  return snapshot() !== before;
}

describe.each(adapters.map(({ id }) => id))('of the pages of %s', (id) => {
  const own = fixtures.filter(({ file }) => file.startsWith(`${id}--`));

  test.each(Object.keys(mutators).filter((name) => !(name in nameMutators)))('some are changed by: %s', (name) => {
    expect(own.some((fixture) => isChanged(fixture, name))).toBe(true);
  });
});

test.each(Object.keys(nameMutators))('some pages are changed by: %s', (name) => {
  expect(fixtures.some((fixture) => isChanged(fixture, name))).toBe(true);
});

test('the same case is the same page each time', () => {
  const [fixture] = fixtures;
  const twice = [1, 2].map(() => {
    showPage(fixture?.html ?? '');
    for (const name of ['classes hashed', 'fields shuffled', 'wrappers inserted']) {
      if (fixture) mutators[name]?.({ fixture, own: ownValues([]), random: createRandom(3) });
    }
    return snapshot();
  });
  expect(twice[0]).toBe(twice[1]);
});
