import type { ContactRecord } from '../records.ts';
import type { SandboxState } from '../state.ts';
import { seedIds } from './ids.ts';

const { contacts, locations, businesses, users, customFields } = seedIds;
const day = 86_400_000;

/** Writes the people of both locations. */
export function seedContacts(state: SandboxState, now: number): void {
  for (const [index, facts] of [...people(), ...oddPeople(), ...peopleOfNorthlight()].entries()) {
    const dateAdded = now - (300 - index * 11) * day;
    state.contacts.set(facts.id, { ...blank(facts.id, dateAdded), ...facts });
  }
}

function blank(id: string, dateAdded: number): ContactRecord {
  return {
    id,
    locationId: locations.harbor,
    additionalEmails: [],
    additionalPhones: [],
    type: 'lead',
    tags: [],
    followers: [],
    dnd: false,
    customFields: [],
    dateAdded,
    dateUpdated: dateAdded + day,
  };
}

type Facts = Partial<ContactRecord> & { readonly id: string };

function people(): Facts[] {
  const bayside = {
    companyName: 'Bayside Orthodontics',
    businessId: businesses.bayside,
    city: 'San Francisco',
    state: 'CA',
    country: 'US',
  };
  return [
    {
      id: contacts.maria,
      firstName: 'Maria',
      lastName: 'Gomez',
      email: 'maria@bayside.test',
      additionalEmails: ['m.gomez@gomez-family.test'],
      phone: '+14155550142',
      additionalPhones: ['+14155550143'],
      ...bayside,
      website: 'https://bayside.test',
      timezone: 'America/Los_Angeles',
      source: 'referral form',
      type: 'customer',
      assignedTo: users.priya,
      followers: [users.tom],
      tags: ['vip', 'referral partner', 'newsletter'],
      customFields: [
        { id: customFields.doctor, value: 'Dr. Shah' },
        { id: customFields.plan, value: 'Delta Premier' },
      ],
    },
    {
      id: contacts.daniel,
      firstName: 'Daniel',
      lastName: 'Okafor',
      email: 'daniel@bayside.test',
      phone: '+14155550151',
      ...bayside,
      tags: ['referral partner'],
      assignedTo: users.priya,
    },
    {
      id: contacts.aisha,
      firstName: 'Aisha',
      lastName: 'Rahman',
      email: 'aisha@bayside.test',
      phone: '+14155550152',
      ...bayside,
      tags: ['newsletter'],
    },
    { id: contacts.peter, firstName: 'Peter', lastName: 'Lindqvist', email: 'peter@bayside.test', ...bayside },
    {
      id: contacts.sofia,
      firstName: 'Sofia',
      lastName: 'Moretti',
      email: 'sofia@bayside.test',
      phone: '+14155550154',
      ...bayside,
      dnd: true,
      tags: ['do not call'],
    },
    {
      id: contacts.ruth,
      firstName: 'Ruth',
      lastName: 'Adeyemi',
      email: 'ruth.adeyemi@homemail.test',
      phone: '+12125550163',
      city: 'New York',
      tags: ['family plan', 'recall due'],
    },
    {
      id: contacts.robert,
      firstName: 'Robert',
      lastName: 'Adeyemi',
      email: 'robert.adeyemi@homemail.test',
      phone: '+12125550163',
      city: 'New York',
      tags: ['family plan'],
    },
    {
      id: contacts.nina,
      firstName: 'Nina',
      lastName: 'Kowalski',
      email: 'nina@marlowfinch.test',
      additionalEmails: ['claims@marlowfinch.test'],
      companyName: 'Marlow & Finch Insurance',
      businessId: businesses.marlow,
      tags: ['insurance pending'],
    },
    {
      id: contacts.jonas,
      firstName: 'Jonas',
      lastName: 'Weber',
      email: 'jonas@marlowfinch.test',
      additionalEmails: ['claims@marlowfinch.test'],
      phone: '+12125550178',
      companyName: 'Marlow & Finch Insurance',
      businessId: businesses.marlow,
    },
  ];
}

function oddPeople(): Facts[] {
  return [
    { id: contacts.longName, firstName: 'Wolfeschlegelsteinhausen '.repeat(401).slice(0, 10_000), email: 'long.name@homemail.test' },
    { id: contacts.phoneOnly, phone: '+12125550190' },
    {
      id: contacts.hostile,
      firstName: 'Eve',
      lastName: '<b>Mallory</b>',
      email: 'eve@mallory.test',
      tags: ['<img src=x onerror=alert(1)>'],
    },
    { id: contacts.alexOne, firstName: 'Alex', lastName: 'Kim', email: 'alex.kim@northpier.test', companyName: 'North Pier Foods' },
    { id: contacts.alexTwo, firstName: 'Alex', lastName: 'Kim', email: 'akim@harborview.test', companyName: 'Harborview School' },
  ];
}

function peopleOfNorthlight(): Facts[] {
  const { northlight } = locations;
  return [
    {
      id: contacts.greta,
      locationId: northlight,
      firstName: 'Greta',
      lastName: 'Hoffmann',
      email: 'greta@kiezbau.test',
      phone: '+493055501234',
      companyName: 'Kiez Bau GmbH',
      businessId: businesses.kiez,
      tags: ['seller'],
    },
    {
      id: contacts.felix,
      locationId: northlight,
      firstName: 'Felix',
      lastName: 'Brandt',
      email: 'felix.brandt@postfach.test',
      phone: '+4915155501235',
      tags: ['buyer'],
    },
  ];
}
