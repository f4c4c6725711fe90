import { cleanup, render } from '@testing-library/react';
import { afterEach } from 'vitest';
import { Panel } from '@/components/Panel.tsx';
import type { MatchOutcome } from '@/lib/contact/types.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import { createPanelServices, PanelServicesProvider } from '@/lib/query/services.tsx';
import { createFakeGateway, type FakeGateway, type FakeWorld, maria } from '../query/fake-gateway.ts';

/** The contact of the page, as HighLevel has her. */
export const contact = {
  id: 'c1',
  name: 'Maria Gomez',
  email: 'maria@bayside.test',
  businessId: 'b1',
  tags: ['vip'],
  additionalEmails: [],
  additionalPhones: [],
  followers: [],
  dndSettings: {},
  customFields: [],
  dnd: false,
};
export const matched: MatchOutcome = { kind: 'one', contactId: 'c1', reason: { kind: 'email', value: 'maria@bayside.test' }, contact };
export const linked: MatchOutcome = { kind: 'one', contactId: 'c1', reason: { kind: 'link' }, name: 'Maria Gomez', businessId: 'b1' };
/** Another record of the same CRM. */
export const jonas: DetectedContact = { ...maria, recordId: '003000000000002AAA', name: 'Jonas Berg', emails: ['jonas@berg.test'] };

/** What HighLevel answers, by endpoint. */
export const answers: Record<string, unknown> = {
  'contacts.get': contact,
  'tasks.list': [
    { id: 't1', title: 'Call back', dueDate: '2026-01-01T10:00:00Z', completed: false },
    { id: 't2', title: 'Sent the quote', dueDate: '2026-01-01T10:00:00Z', completed: true },
  ],
  'notes.list': [
    { id: 'n1', body: 'Left voicemail.', pinned: false, dateAdded: '2026-01-02T10:00:00Z' },
    { id: 'n2', body: '<p>Prefers <b>mornings</b></p><script>window.ran = true</script>', pinned: true, dateAdded: '2026-01-01T10:00:00Z' },
  ],
  'appointments.ofContact': [{ id: 'a1', title: 'Consultation', startTime: '2099-01-01 09:30:00' }],
  'businesses.get': { id: 'b1', name: 'Bayside Orthodontics', customFields: [] },
  'contacts.ofBusiness': [contact, { ...contact, id: 'c3', name: 'Ann Lee' }],
  'users.list': [{ id: 'u1', name: 'Sam Porter' }],
  'tasks.searchInLocation': [{ id: 't9', title: 'My own task', dueDate: '2026-01-01T10:00:00Z', completed: false, contactId: 'c7' }],
};

const stops: AbortController[] = [];

/** The whole panel over a fake background; gone after the test. */
export function show(world: Partial<FakeWorld> = {}): FakeGateway {
  const gateway = createFakeGateway({ match: () => matched, read: (endpoint) => answers[endpoint] ?? [], ...world });
  const stop = new AbortController();
  stops.push(stop);
  const services = createPanelServices(gateway, stop.signal);
  render(
    <PanelServicesProvider services={services}>
      <Panel />
    </PanelServicesProvider>,
  );
  return gateway;
}

afterEach(() => {
  cleanup();
  for (const stop of stops.splice(0)) stop.abort();
});
