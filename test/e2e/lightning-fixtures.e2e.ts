import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { renderFixtures } from '../lightning/render.ts';

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/crm');

test("the rendered fixtures are what Salesforce's components draw (else: node scripts/lightning-fixtures.ts)", async () => {
  test.setTimeout(300_000);
  const kept = readdirSync(FOLDER).filter((file) => file.startsWith('salesforce--rendered-'));
  const drawn = await renderFixtures();
  expect(kept.toSorted()).toEqual(drawn.map(({ file }) => file).toSorted());
  const changed = drawn.filter(({ file, text }) => stable(readFileSync(path.join(FOLDER, file), 'utf8')) !== stable(text));
  expect(changed.map(({ file }) => file)).toEqual([]);
});

/** A table measures its columns when it is first drawn, in a tab that may not be in front yet: nothing reads their widths. */
function stable(markup: string): string {
  return markup.replace(/width: \d+px/g, 'width');
}
