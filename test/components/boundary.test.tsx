// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { answers, show } from './show-panel.tsx';

/** As no schema lets it through, but a mistake of ours could. */
const impossible = { ...(answers['businesses.get'] as object), customFields: null };

it('a part of the panel that breaks says so in its place, and the others go on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let business: unknown = impossible;
  show({ read: (endpoint) => (endpoint === 'businesses.get' ? business : (answers[endpoint] ?? [])) });
  const region = await screen.findByRole('region', { name: 'Business' });
  await waitFor(() =>
    expect(region.isConnected ? region.textContent : screen.getByRole('region', { name: 'Business' }).textContent).toMatch(/unexpected/),
  );
  screen.getByRole('checkbox', { name: 'Call back' });
  screen.getByRole('button', { name: 'Remove tag vip' });

  business = answers['businesses.get'];
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => within(screen.getByRole('region', { name: 'Business' })).getByText('Bayside Orthodontics'));
});
