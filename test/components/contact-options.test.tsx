// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ContactsSection } from '@/components/options/ContactsSection.tsx';
import { OptionsGatewayProvider } from '@/components/options/gateway.tsx';
import { builtIn, fakeGateway, memorySetting } from './options-gateway.ts';

/** The section over settings in memory; Salesforce is read, the others are off. */
function open(settings: NonNullable<Parameters<typeof fakeGateway>[0]>['settings'] = {}) {
  const gateway = fakeGateway({ settings, sites: builtIn.map((site) => (site.id === 'salesforce' ? { ...site, state: 'on' } : site)) });
  render(
    <OptionsGatewayProvider value={gateway}>
      <ContactsSection />
    </OptionsGatewayProvider>,
  );
  return gateway;
}

afterEach(cleanup);

describe('contacts in the options', () => {
  it('keeps the tags of each site that is read, and leaves those of others alone', async () => {
    const defaultTags = memorySetting<Record<string, string[]>>({ salesforce: ['Old'], salesmsg: ['From texts'] });
    open({ defaultTags });
    const field = await screen.findByLabelText('Tags for contacts from Salesforce');
    await waitFor(() => expect(field).toHaveProperty('value', 'Old'));
    expect(screen.queryByLabelText('Tags for contacts from Salesmsg')).toBeNull();
    fireEvent.change(field, { target: { value: ' New , VIP; new ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save default tags' }));
    await screen.findByText('Saved.');
    expect(await defaultTags.get()).toEqual({ salesforce: ['New', 'VIP'], salesmsg: ['From texts'] });
    fireEvent.change(field, { target: { value: '' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save default tags' }));
    await waitFor(async () => expect(await defaultTags.get()).toEqual({ salesmsg: ['From texts'] }));
  });

  it('does not keep a tag that is too long', async () => {
    const defaultTags = memorySetting<Record<string, string[]>>({});
    open({ defaultTags });
    const field = await screen.findByLabelText('Tags for contacts from Salesforce');
    await waitFor(() => expect(field).toHaveProperty('disabled', false));
    fireEvent.change(field, { target: { value: 'x'.repeat(201) } });
    fireEvent.click(screen.getByRole('button', { name: 'Save default tags' }));
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(await defaultTags.get()).toEqual({});
  });

  it('lets contacts be deleted only once that is switched on', async () => {
    const mayDeleteContacts = memorySetting(false);
    open({ mayDeleteContacts });
    const deleting = screen.getByRole('switch', { name: 'Contacts can be deleted' });
    await waitFor(() => expect(deleting).toHaveProperty('disabled', false));
    expect(deleting).toHaveProperty('checked', false);
    fireEvent.click(deleting);
    await waitFor(async () => expect(await mayDeleteContacts.get()).toBe(true));
  });

  it('says so when a setting cannot be stored, and shows what is', async () => {
    open({ mayDeleteContacts: memorySetting(false, true) });
    const deleting = screen.getByRole('switch', { name: 'Contacts can be deleted' });
    await waitFor(() => expect(deleting).toHaveProperty('disabled', false));
    fireEvent.click(deleting);
    await screen.findByRole('alert');
    expect(deleting).toHaveProperty('checked', false);
  });
});
