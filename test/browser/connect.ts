import { seedIds, seedTokens } from '../sandbox/seed/ids.ts';
import type { ExtensionBrowser } from './launch.ts';

/**
 * Connects by private integration token through the options page, as a person would; to Harbor Dental unless told
 * otherwise. Returns what the options page then says of the connection.
 */
export async function connectWithToken(
  { openOptions }: ExtensionBrowser,
  { token = seedTokens.full, locationId = seedIds.locations.harbor }: { token?: string; locationId?: string } = {},
): Promise<string> {
  const options = await openOptions();
  await options.getByRole('textbox', { name: 'Private integration token' }).fill(token);
  await options.getByRole('textbox', { name: 'Location ID' }).fill(locationId);
  await options.getByRole('button', { name: 'Connect with token' }).click();
  await options.getByRole('button', { name: 'Disconnect' }).waitFor({ timeout: 15_000 });
  const shown = await options.getByRole('main').innerText();
  await options.close();
  return shown;
}
