import { expect, test } from 'vitest';
import { salesforceSite } from './salesforce.ts';
import { salesforceRecords } from './salesforce-records.ts';
import { recordPath, renderedUrl, type Shadow } from './salesforce-rendered.ts';

async function loadedBy(shadow: Shadow): Promise<readonly (string | undefined)[]> {
  const response = await salesforceSite.handle(new Request(renderedUrl(recordPath(salesforceRecords.maria), shadow, { slow: 200 })));
  const text = (await response?.text()) ?? '';
  return [...text.matchAll(/src="([^"]+)"/g)].map(([, file]) => file);
}

test('synthetic shadow is put in place before the app', async () => {
  expect(await loadedBy('synthetic')).toEqual(['/assets/synthetic-shadow.js', '/assets/app.js']);
});

test("with native shadow the app runs on the browser's own", async () => {
  expect(await loadedBy('native')).toEqual(['/assets/app.js']);
});
