/**
 * Renders the Salesforce pages of `test/lightning` anew and writes them to `test/fixtures/crm`: after a change of the
 * shells, the states or the packages.
 */
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { renderFixtures } from '../test/lightning/render.ts';

const FOLDER = path.resolve(import.meta.dirname, '../test/fixtures/crm');

const fixtures = await renderFixtures();
const stale = (await readdir(FOLDER)).filter((file) => file.startsWith('salesforce--rendered-'));
await Promise.all(stale.map((file) => rm(path.join(FOLDER, file))));
for (const { file, text } of fixtures) {
  await writeFile(path.join(FOLDER, file), text);
  console.log(`${file}: ${Math.ceil(text.length / 1024)} kB`);
}
