import { describe, expect, it } from 'vitest';
import { contactName, contactUrl, sharesAddress, splitName } from '@/components/contact/contact-text.ts';
import { differences } from '@/components/contact/differences.ts';
import { initials, locationColour } from '@/components/contact/location-look.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { maria } from '../query/fake-gateway.ts';

function contact(fields: Partial<Contact>): Contact {
  return { id: 'c1', additionalEmails: [], tags: [], dnd: false, ...fields } as Contact;
}

describe("a contact's name", () => {
  it.each([
    ['its name', { name: 'Maria Gomez', email: 'maria@bayside.test' }, 'Maria Gomez'],
    ['an address when there is no name', { name: '', email: 'maria@bayside.test' }, 'maria@bayside.test'],
    ['nothing', { name: '' }, ''],
  ])('is %s', (_, fields, expected) => {
    expect(contactName(contact(fields))).toBe(expected);
  });
});

describe("a page's name", () => {
  it.each([
    ['Maria Gomez', 'Maria', 'Gomez'],
    ['Maria del Carmen Gomez', 'Maria del Carmen', 'Gomez'],
    ['Cher', 'Cher', ''],
    ['', '', ''],
  ])('%s is split', (name, firstName, lastName) => {
    expect(splitName(name)).toEqual({ firstName, lastName });
  });
});

describe('what tells candidates apart', () => {
  it('is only what differs', () => {
    const [first, second] = differences(
      [contact({ companyName: 'A', email: 'x@y.test' }), contact({ companyName: 'B', email: 'x@y.test' })],
      [],
    );
    expect(first?.map(({ value }) => value)).toEqual(['A']);
    expect(second?.map(({ value }) => value)).toEqual(['B']);
  });

  it('is everything known of a single one, with the owner by name', () => {
    const [facts] = differences(
      [contact({ companyName: 'A', assignedTo: 'u1', tags: ['vip'] })],
      [{ id: 'u1', name: 'Sam Porter' } as never],
    );
    expect(facts?.map(({ value }) => value)).toEqual(['A', 'vip', 'Sam Porter']);
  });

  it('reads last activity as date and as milliseconds', () => {
    const [facts] = differences([contact({ lastActivity: String(Date.parse('2026-11-19T12:00:00Z')) })], []);
    expect(facts?.map(({ value }) => value)).toEqual(['19 Nov 2026']);
  });
});

describe('a weak match', () => {
  it('shares an address or a number, however it is written', () => {
    expect(sharesAddress(maria, contact({ email: 'MARIA@bayside.test' }))).toBe(true);
    expect(sharesAddress(maria, contact({ phone: '(415) 555-0100' }))).toBe(true);
    expect(sharesAddress({ ...maria, phones: ['4155550100'] }, contact({ phone: '+14155550100' }))).toBe(true);
    expect(sharesAddress(maria, contact({ email: 'other@bayside.test', phone: '+14155550199' }))).toBe(false);
    expect(sharesAddress(maria, contact({}))).toBe(false);
  });
});

describe("a location's look", () => {
  it('is the same every time and different for others', () => {
    expect(locationColour('loc1')).toBe(locationColour('loc1'));
    expect(locationColour('loc1')).not.toBe(locationColour('loc2'));
  });

  it.each([
    ['Harbor Dental', 'HD'],
    ['harbor dental group', 'HD'],
    ['Zahnärzte', 'ZA'],
    ['(1) Ärzte & Co', '1Ä'],
    ['', ''],
  ])('%s has the initials %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });

  it('leads to the contact in HighLevel, whatever the id holds', () => {
    expect(contactUrl('loc1', 'a/../b')).toBe('https://app.gohighlevel.com/v2/location/loc1/contacts/detail/a%2F..%2Fb');
  });
});
