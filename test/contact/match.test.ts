import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { createLinkStore } from '@/lib/contact/links.ts';
import { createMatcher } from '@/lib/contact/match.ts';
import { toE164 } from '@/lib/core/phone.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import { type Contact, contactSchema } from '@/lib/ghl/models.ts';
import { createCipher } from '@/lib/storage/cipher.ts';

const LOCATION = 'loc1';
let databases = 0;

function newName(): string {
  databases += 1;
  return `links-${databases}`;
}

function contact(fields: { id: string } & Record<string, unknown>): Contact {
  return contactSchema.parse(fields);
}

const maria = contact({
  id: 'maria',
  contactName: 'Maria Gomez',
  email: 'Maria@Bayside.test',
  phone: '+14155550100',
  companyName: 'Bayside',
  businessId: 'biz',
});
const pedro = contact({
  id: 'pedro',
  contactName: 'Pedro Ruiz',
  email: 'pedro@bayside.test',
  phone: '+14155550111',
  companyName: 'Bayside',
});
const page: DetectedContact = {
  crm: 'salesforce',
  recordId: '003A',
  name: 'Maria Gomez',
  company: 'Bayside',
  emails: ['maria@bayside.test'],
  phones: [],
};

const newKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** A matcher over a HighLevel that holds `index` in its search index and `records` besides. */
function setUp(index: readonly Contact[], records: readonly Contact[] = index, name = newName()) {
  const calls: string[] = [];
  const links = createLinkStore(createCipher(newKey), name);
  const matcher = createMatcher({
    links,
    now: () => 1_000,
    toE164,
    search: {
      async search({ emails, phones }) {
        calls.push('search');
        return index.filter((row) => emails.includes(row.email?.toLowerCase() ?? '') || phones.includes(row.phone ?? ''));
      },
      async findDuplicate({ email, number }) {
        calls.push('duplicate');
        return (
          records.find(
            (row) => (email !== undefined && row.email?.toLowerCase() === email) || (number !== undefined && row.phone === number),
          ) ?? null
        );
      },
      async findByText({ query }) {
        calls.push('text');
        return index.filter((row) => [row.name, row.companyName, ...row.additionalEmails].some((text) => text?.includes(query)));
      },
    },
  });
  return { matcher, links, calls };
}

describe('matching a page to a contact', () => {
  it("takes the only contact with the page's e-mail, whatever its case, with one call", async () => {
    const { matcher, calls } = setUp([maria, pedro]);
    expect(await matcher.match({ locationId: LOCATION }, page)).toMatchObject({
      kind: 'one',
      contactId: 'maria',
      businessId: 'biz',
      reason: { kind: 'email', value: 'maria@bayside.test' },
    });
    expect(calls).toEqual(['search']);
  });

  it('answers from the remembered link without any call, with what the first paint needs', async () => {
    const { matcher, calls } = setUp([maria]);
    await matcher.match({ locationId: LOCATION }, page);
    calls.length = 0;
    expect(await matcher.match({ locationId: LOCATION }, page)).toMatchObject({
      kind: 'one',
      contactId: 'maria',
      businessId: 'biz',
      name: 'Maria Gomez',
      reason: { kind: 'email' },
    });
    expect(calls).toEqual([]);
  });

  it('looks again when the page shows other evidence than the match was made from', async () => {
    const { matcher } = setUp([maria, pedro]);
    await matcher.match({ locationId: LOCATION }, page);
    expect(await matcher.match({ locationId: LOCATION }, { ...page, name: 'Pedro Ruiz', emails: ['pedro@bayside.test'] })).toMatchObject({
      contactId: 'pedro',
    });
  });

  it('looks again when the page names somebody else than when it was matched', async () => {
    const { matcher } = setUp([pedro]);
    const early = { crm: 'salesforce', recordId: '003A', emails: [], phones: ['+14155550111'] };
    expect(await matcher.match({ locationId: LOCATION }, early)).toMatchObject({ kind: 'one', contactId: 'pedro' });
    expect(await matcher.match({ locationId: LOCATION }, { ...early, name: 'Maria Gomez' })).toMatchObject({
      kind: 'several',
      why: 'other_name',
    });
  });

  it("keeps a person's pick whatever the page shows", async () => {
    const { matcher, links } = setUp([maria, pedro]);
    await links.put({ locationId: LOCATION, crm: 'salesforce', recordId: '003A', contactId: 'pedro', by: 'person', at: 1 });
    expect(await matcher.match({ locationId: LOCATION }, page)).toMatchObject({
      kind: 'one',
      contactId: 'pedro',
      reason: { kind: 'link' },
    });
  });

  it('does not use a link of another location', async () => {
    const { matcher, links } = setUp([maria]);
    await links.put({ locationId: 'other', crm: 'salesforce', recordId: '003A', contactId: 'pedro', by: 'person', at: 1 });
    expect(await matcher.match({ locationId: LOCATION }, page)).toMatchObject({ contactId: 'maria' });
  });

  it('asks when e-mail and phone belong to two people', async () => {
    const { matcher } = setUp([maria, pedro]);
    const outcome = await matcher.match({ locationId: LOCATION }, { ...page, phones: ['+14155550111'] });
    expect(outcome).toMatchObject({ kind: 'several', why: 'conflict' });
  });

  it('asks when two contacts have the e-mail', async () => {
    const { matcher } = setUp([maria, contact({ id: 'twin', email: 'maria@bayside.test' })]);
    expect(await matcher.match({ locationId: LOCATION }, page)).toMatchObject({ kind: 'several', why: 'same_evidence' });
  });

  it('lets the e-mail decide when several contacts share the number', async () => {
    const shared = [contact({ id: 'a', phone: '+14155550100' }), contact({ id: 'b', phone: '+14155550100' })];
    const { matcher } = setUp([contact({ ...pedro, phone: undefined }), ...shared]);
    expect(
      await matcher.match(
        { locationId: LOCATION },
        { ...page, name: 'Pedro Ruiz', emails: ['pedro@bayside.test'], phones: ['+14155550100'] },
      ),
    ).toMatchObject({
      kind: 'one',
      contactId: 'pedro',
    });
  });

  it('takes a number that one contact alone has', async () => {
    const { matcher } = setUp([maria, pedro]);
    expect(await matcher.match({ locationId: LOCATION }, { ...page, emails: [], phones: ['+14155550100'] })).toMatchObject({
      kind: 'one',
      contactId: 'maria',
      reason: { kind: 'phone', value: '+14155550100' },
    });
  });

  it('asks when only the number matches somebody with another e-mail and another name', async () => {
    const { matcher } = setUp([pedro]);
    expect(await matcher.match({ locationId: LOCATION }, { ...page, phones: ['+14155550111'] })).toMatchObject({
      kind: 'several',
      why: 'other_name',
      candidates: [{ id: 'pedro' }],
    });
  });

  it('asks when the e-mail leads to somebody whom the page does not name', async () => {
    const { matcher } = setUp([pedro]);
    const outcome = await matcher.match({ locationId: LOCATION }, { ...page, emails: ['pedro@bayside.test'] });
    expect(outcome).toMatchObject({ kind: 'several', why: 'other_name', candidates: [{ id: 'pedro' }] });
  });

  it.each(['Ms. Maria Lopez', 'Gómez', 'Luisa GOMEZ'])('does not doubt an e-mail for another form of the name: %s', async (name) => {
    const { matcher } = setUp([maria]);
    expect(await matcher.match({ locationId: LOCATION }, { ...page, name })).toMatchObject({ kind: 'one', contactId: 'maria' });
  });

  it.each([
    ['has no e-mail', { emails: [] }],
    ['has an e-mail', {}],
  ])('asks when a number alone is that of somebody with another name, also when the page %s', async (_case, over) => {
    const { matcher } = setUp([contact({ id: 'pedro', contactName: 'Pedro Ruiz', phone: '+14155550100' })]);
    const outcome = await matcher.match({ locationId: LOCATION }, { ...page, phones: ['+14155550100'], ...over });
    expect(outcome).toMatchObject({ kind: 'several', why: 'other_name', candidates: [{ id: 'pedro' }] });
  });

  it.each(['Gomez, Maria', 'Ms. Maria Gomez', 'MARÍA GÓMEZ', 'Maria Luisa Gomez'])(
    'takes a number of %s as that of Maria Gomez',
    async (name) => {
      const { matcher } = setUp([maria]);
      const outcome = await matcher.match({ locationId: LOCATION }, { ...page, name, emails: [], phones: ['+14155550100'] });
      expect(outcome).toMatchObject({ kind: 'one', contactId: 'maria' });
    },
  );

  it('does not take one common word for the same name', async () => {
    const { matcher } = setUp([maria]);
    const outcome = await matcher.match({ locationId: LOCATION }, { ...page, name: 'Maria', emails: [], phones: ['+14155550100'] });
    expect(outcome).toMatchObject({ kind: 'several', why: 'other_name' });
  });

  it('asks when two numbers belong to two other people than the e-mail', async () => {
    const others = [contact({ id: 'b', phone: '+14155550121' }), contact({ id: 'c', phone: '+14155550122' })];
    const { matcher } = setUp([maria, ...others]);
    const outcome = await matcher.match({ locationId: LOCATION }, { ...page, phones: ['+14155550121', '+14155550122'] });
    expect(outcome).toMatchObject({ kind: 'several', why: 'conflict', candidates: [{ id: 'maria' }, { id: 'b' }, { id: 'c' }] });
  });

  it("never decides by a team's mailbox", async () => {
    const { matcher } = setUp([contact({ id: 'team', email: 'info@bayside.test' })]);
    expect(await matcher.match({ locationId: LOCATION }, { ...page, emails: ['Info@Bayside.test'] })).toMatchObject({
      kind: 'several',
      why: 'weak',
    });
  });

  it('asks the records when the search index does not know the contact yet', async () => {
    const { matcher, calls } = setUp([], [maria]);
    expect(await matcher.match({ locationId: LOCATION }, page)).toMatchObject({ kind: 'one', contactId: 'maria' });
    expect(calls).toEqual(['search', 'duplicate']);
  });

  it('suggests a namesake of the same company, and remembers nothing', async () => {
    const namesake = contact({ id: 'maria2', contactName: 'Maria Gomez', companyName: 'bayside ' });
    const { matcher, links } = setUp([namesake]);
    expect(await matcher.match({ locationId: LOCATION }, page)).toMatchObject({
      kind: 'several',
      why: 'weak',
      candidates: [{ id: 'maria2' }],
    });
    expect(await links.get(LOCATION, 'salesforce', '003A')).toBeUndefined();
  });

  it('says so when nobody fits', async () => {
    const { matcher } = setUp([contact({ id: 'x', contactName: 'Maria Gomez', companyName: 'Elsewhere' })]);
    expect(await matcher.match({ locationId: LOCATION }, page)).toEqual({ kind: 'none' });
  });

  it('asks HighLevel once for the same page at the same time', async () => {
    const { matcher, calls } = setUp([maria]);
    await Promise.all([matcher.match({ locationId: LOCATION }, page), matcher.match({ locationId: LOCATION }, page)]);
    expect(calls).toEqual(['search']);
  });

  it('reads a national number by the country of the location, and by no other', async () => {
    const { matcher } = setUp([maria]);
    const national = { crm: 'salesforce', recordId: '003A', emails: [], phones: ['(415) 555-0100'] };
    expect(await matcher.match({ locationId: LOCATION }, national)).toEqual({ kind: 'none' });
    expect(await matcher.match({ locationId: LOCATION, country: 'DE' }, national)).toEqual({ kind: 'none' });
    expect(await matcher.match({ locationId: LOCATION, country: 'US' }, national)).toMatchObject({ kind: 'one', contactId: 'maria' });
  });

  it('ignores masked and malformed addresses', async () => {
    const { matcher, calls } = setUp([maria]);
    await matcher.match({ locationId: LOCATION }, { crm: 'salesforce', recordId: '003A', phones: [], emails: ['m•••@', 'not an address'] });
    expect(calls).toEqual([]);
  });
});

describe('matching a company', () => {
  const company: DetectedContact = { crm: 'salesforce', recordId: '001A', kind: 'company', company: 'Bayside', emails: [], phones: [] };

  it('asks which of its people is meant, even when there is only one', async () => {
    const { matcher } = setUp([maria, contact({ ...pedro, companyName: 'Bayside Rowing Club' })]);
    const outcome = await matcher.match({ locationId: LOCATION }, company);
    expect(outcome).toMatchObject({ kind: 'several', why: 'company', candidates: [{ id: 'maria' }] });
    expect(outcome.kind === 'several' && outcome.candidates).toHaveLength(1);
  });

  it('never takes the company’s own number or address for a person’s', async () => {
    const { matcher, calls, links } = setUp([maria]);
    const known = { ...company, emails: ['maria@bayside.test'], phones: ['+14155550100'] };
    expect(await matcher.match({ locationId: LOCATION }, known)).toMatchObject({ kind: 'several', why: 'company' });
    expect(calls).toEqual(['text']);
    expect(await links.get(LOCATION, 'salesforce', '001A')).toBeUndefined();
  });

  it('says that none of its people is known, also when its name is not', async () => {
    const { matcher } = setUp([pedro]);
    for (const name of ['Elsewhere', ' ', undefined]) {
      const { company: _named, ...unnamed } = company;
      const detected = name === undefined ? unnamed : { ...company, company: name };
      expect(await matcher.match({ locationId: LOCATION }, detected)).toEqual({ kind: 'several', why: 'company', candidates: [] });
    }
  });

  it("keeps a person's pick, and no match that was made when the record looked like a person's", async () => {
    const { matcher, links } = setUp([maria, pedro]);
    const link = { locationId: LOCATION, crm: 'salesforce', recordId: '001A', contactId: 'pedro', at: 1 };
    await links.put({ ...link, by: 'match', evidence: '[[],[],[]]' });
    expect(await matcher.match({ locationId: LOCATION }, company)).toMatchObject({ kind: 'several', why: 'company' });
    await links.put({ ...link, by: 'person' });
    expect(await matcher.match({ locationId: LOCATION }, company)).toMatchObject({ kind: 'one', contactId: 'pedro' });
  });
});

describe('with a store of links that cannot be opened', () => {
  /** Another version of the extension has left a database that this one does not know. */
  async function breakLinks(): Promise<string> {
    const name = newName();
    (await openDB(name, 99)).close();
    return name;
  }

  it('matching goes on without memory', async () => {
    const { matcher, calls } = setUp([maria, pedro], undefined, await breakLinks());
    for (const _time of [1, 2]) {
      expect(await matcher.match({ locationId: LOCATION }, page)).toMatchObject({ kind: 'one', contactId: 'maria' });
    }
    expect(calls).toEqual(['search', 'search']);
  });

  it("a person's pick that could not be kept is said to have failed", async () => {
    const { links } = setUp([], [], await breakLinks());
    const pick = { locationId: LOCATION, crm: 'salesforce', recordId: '003A', contactId: 'pedro', by: 'person', at: 1 } as const;
    await expect(links.put(pick)).rejects.toMatchObject({ error: { code: 'storage' } });
  });
});

describe('a linked contact that is gone', () => {
  const goneLink = { locationId: LOCATION, crm: 'salesforce', recordId: '003A', contactId: 'gone', at: 5 };

  it('is found again by the e-mail, and the link moves there', async () => {
    const { matcher, links } = setUp([maria, pedro]);
    await links.put({ ...goneLink, name: 'Maria Gomez', by: 'match', reason: { kind: 'email', value: 'maria@bayside.test' } });
    expect(await matcher.refind({ locationId: LOCATION }, page, 'gone')).toBe(true);
    expect(await matcher.match({ locationId: LOCATION }, page)).toMatchObject({
      kind: 'one',
      contactId: 'maria',
      reason: { kind: 'moved', value: 'maria@bayside.test' },
    });
  });

  it('is not taken for its own successor while the search index still has it', async () => {
    const gone = contact({ id: 'gone', contactName: 'Maria Gomez', email: 'maria@bayside.test' });
    const { matcher, links } = setUp([gone], [maria]);
    await links.put({ ...goneLink, by: 'match', reason: { kind: 'email', value: 'maria@bayside.test' } });
    expect(await matcher.refind({ locationId: LOCATION }, page, 'gone')).toBe(true);
    expect(await links.get(LOCATION, 'salesforce', '003A')).toMatchObject({ contactId: 'maria' });
  });

  it('is found again where a merge left its e-mail as an additional one', async () => {
    const survivor = contact({
      id: 'kept',
      contactName: 'Maria Gomez',
      email: 'maria@home.test',
      additionalEmails: ['maria@bayside.test'],
    });
    const { matcher, links } = setUp([survivor]);
    await links.put({ ...goneLink, by: 'match', reason: { kind: 'email', value: 'maria@bayside.test' } });
    expect(await matcher.refind({ locationId: LOCATION }, { ...page, name: '' }, 'gone')).toBe(true);
    expect(await links.get(LOCATION, 'salesforce', '003A')).toMatchObject({ contactId: 'kept' });
  });

  it.each<[string, Contact[], Partial<DetectedContact>]>([
    ['nobody has the e-mail', [pedro], {}],
    ['two have it', [maria, { ...maria, id: 'twin' }], {}],
    ['only the number fits', [maria], { emails: [], phones: ['+14155550100'] }],
    ['e-mail and number lead to two people', [maria, pedro], { phones: ['+14155550111'] }],
    ['only a team\u2019s mailbox fits', [{ ...maria, email: 'info@bayside.test' }], { emails: ['info@bayside.test'] }],
    ['the page shows a company', [maria], { kind: 'company' }],
  ])('stays gone when %s', async (_why, index, shown) => {
    const { matcher, links } = setUp(index);
    await links.put({ ...goneLink, by: 'match' });
    expect(await matcher.refind({ locationId: LOCATION }, { ...page, ...shown }, 'gone')).toBe(false);
    expect(await links.get(LOCATION, 'salesforce', '003A')).toMatchObject({ contactId: 'gone' });
  });

  it('is nobody with the e-mail when a person had linked the record to somebody of another name', async () => {
    const { matcher, links } = setUp([maria]);
    for (const picked of [{ name: 'Daniel Okafor' }, {}]) {
      await links.put({ ...goneLink, ...picked, by: 'person' });
      expect(await matcher.refind({ locationId: LOCATION }, page, 'gone')).toBe(false);
    }
  });

  it('is looked for no more when the record was linked to somebody else meanwhile', async () => {
    const { matcher, links, calls } = setUp([maria]);
    await links.put({ ...goneLink, contactId: 'pedro', by: 'person' });
    expect(await matcher.refind({ locationId: LOCATION }, page, 'gone')).toBe(true);
    expect(await links.get(LOCATION, 'salesforce', '003A')).toMatchObject({ contactId: 'pedro', by: 'person' });
    expect(calls).toEqual([]);
  });
});

describe('the list of links', () => {
  it('has all of them, the newest first, and leaves out what cannot be read', async () => {
    const name = newName();
    const links = createLinkStore(createCipher(newKey), name);
    const link = { locationId: LOCATION, crm: 'salesforce', contactId: 'maria', by: 'person' } as const;
    await links.put({ ...link, recordId: 'old', at: 1 });
    await links.put({ ...link, recordId: 'new', at: 2 });
    const other = createLinkStore(createCipher(newKey), name);
    await other.put({ ...link, recordId: 'of another key', at: 3 });
    expect((await links.list()).map(({ recordId }) => recordId)).toEqual(['new', 'old']);
  });
});
