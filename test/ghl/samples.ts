import type { EndpointName, InputOf } from '@/lib/ghl/endpoints.ts';
import { seedIds } from '../sandbox/seed/ids.ts';

const { contacts, locations, businesses, users } = seedIds;
const contactId = contacts.maria;
const locationId = locations.harbor;

/** One full input for every endpoint: a new endpoint without one does not compile. `taskId`: a task of the sample contact. */
export function sampleInputs(taskId: string): { readonly [N in EndpointName]: InputOf<N> } {
  return {
    'appointments.ofContact': { contactId },
    'businesses.get': { businessId: businesses.bayside },
    'contacts.get': { contactId },
    'contacts.search': { locationId, emails: ['maria@bayside.test', 'nobody@bayside.test'], phones: ['+14155550151'] },
    'contacts.findByText': { locationId, query: 'Maria' },
    'contacts.findDuplicate': { locationId, email: 'maria@bayside.test', number: '+14155550142' },
    'contacts.create': {
      locationId,
      firstName: 'Ida',
      lastName: 'Bell',
      email: 'ida@bell.test',
      phone: '+14155550199',
      companyName: 'Bell & Sons',
    },
    'contacts.ofBusiness': { locationId, businessId: businesses.bayside },
    'locations.get': { locationId },
    'notes.list': { contactId },
    'notes.create': { contactId, body: 'Line one\nline two', userId: users.priya },
    'tags.list': { locationId },
    'tags.add': { contactId, tags: ['Follow up'] },
    'tags.remove': { contactId, tags: ['newsletter'] },
    'tasks.list': { contactId },
    'tasks.create': {
      contactId,
      title: 'Send offer',
      body: 'With the new prices',
      dueDate: '2026-12-01T16:00:00Z',
      assignedTo: users.priya,
    },
    'tasks.setCompleted': { contactId, taskId, completed: true },
    'tasks.searchInLocation': { locationId, assignedTo: [users.priya] },
    'users.list': { companyId: seedIds.company, locationId },
    'users.ofLocation': { locationId },
  };
}
