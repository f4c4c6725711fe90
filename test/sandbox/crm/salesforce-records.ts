/** Whom the sandbox's Salesforce knows. Names, addresses and numbers fit the seeded HighLevel locations. */

export interface SalesforceRecord {
  /** 18 characters; the first three say what it is (003 contact, 00Q lead, 001 account, 005 user). */
  readonly id: string;
  readonly object: 'Contact' | 'Lead' | 'Account' | 'User';
  readonly name: string;
  readonly salutation?: string;
  readonly title?: string;
  /** Contact: the id of its account. */
  readonly accountId?: string;
  /** Lead: a text. */
  readonly company?: string;
  /** As the link holds it; drawn formatted. */
  readonly phone?: string;
  readonly mobile?: string;
  readonly email?: string;
  readonly fax?: string;
  readonly assistantPhone?: string;
  /** The contact's manager, by id. */
  readonly reportsToId?: string;
  readonly city?: string;
  /** A Person Account: an account that is a person. */
  readonly isPerson?: true;
}

const bayside = '001Hr00003BaySdIAJ';
const marlow = '001Hr00003MarLwIAJ';
const quayside = '001Hr00003QuaySIAR';
const maria = '003Hr00002QwErTIAV';
const daniel = '003Hr00002QwDaNIAV';

/** By a short name, for tests and the demo. */
export const salesforceRecords = {
  /** One HighLevel contact by e-mail; a business with colleagues. */
  maria: {
    id: maria,
    object: 'Contact',
    name: 'Maria Gomez',
    salutation: 'Ms.',
    title: 'Office manager',
    accountId: bayside,
    phone: '+14155550142',
    mobile: '+14155550143',
    email: 'maria@bayside.test',
    fax: '+14155550149',
    assistantPhone: '+14155550148',
    reportsToId: daniel,
    city: 'San Francisco',
  },
  /** One HighLevel contact; Maria's manager. */
  daniel: {
    id: daniel,
    object: 'Contact',
    name: 'Daniel Okafor',
    salutation: 'Dr.',
    title: 'Orthodontist',
    accountId: bayside,
    phone: '+14155550151',
    email: 'daniel@bayside.test',
    reportsToId: maria,
    city: 'San Francisco',
  },
  /** No e-mail; the phone is one HighLevel contact's. */
  aisha: {
    id: '003Hr00002QwAiSIAV',
    object: 'Contact',
    name: 'Aisha Rahman',
    title: 'Hygienist',
    accountId: bayside,
    phone: '+14155550152',
  },
  /** No e-mail; the phone is that of two HighLevel contacts. */
  ruth: { id: '003Hr00002QwRuTIAV', object: 'Contact', name: 'Ruth Adeyemi', phone: '+12125550163', city: 'New York' },
  /** The e-mail of one HighLevel contact, the phone of another. */
  peter: {
    id: '003Hr00002QwPeTIAV',
    object: 'Contact',
    name: 'Peter Lindqvist',
    title: 'Treatment coordinator',
    accountId: bayside,
    phone: '+14155550154',
    email: 'peter@bayside.test',
  },
  /** Unknown to HighLevel. */
  noel: {
    id: '003Hr00002QwNoEIAV',
    object: 'Contact',
    name: 'Noel Marsh',
    title: 'Owner',
    accountId: quayside,
    phone: '+12125550188',
    email: 'noel@quayside.test',
    city: 'New York',
  },
  nina: {
    id: '003Hr00002QwNiNIAV',
    object: 'Contact',
    name: 'Nina Kowalski',
    title: 'Claims',
    accountId: marlow,
    email: 'nina@marlowfinch.test',
  },
  /** Their HighLevel notes hold hostile HTML. */
  eve: { id: '003Hr00002QwEvEIAV', object: 'Contact', name: 'Eve Mallory', email: 'eve@mallory.test' },
  /** Of the second HighLevel location. */
  greta: {
    id: '003Hr00002QwGrEIAV',
    object: 'Contact',
    name: 'Greta Hoffmann',
    title: 'Geschäftsführerin',
    phone: '+493055501234',
    email: 'greta@kiezbau.test',
    city: 'Berlin',
  },
  jonas: {
    id: '00QHr00001LdJoNMAV',
    object: 'Lead',
    name: 'Jonas Weber',
    title: 'Account manager',
    company: 'Marlow & Finch Insurance',
    phone: '+12125550178',
    email: 'jonas@marlowfinch.test',
  },
  /** A Person Account. */
  ines: {
    id: '001Hr00003InEsdIAF',
    object: 'Account',
    isPerson: true,
    name: 'Ines Duarte',
    salutation: 'Ms.',
    title: 'Patient',
    phone: '+14155550171',
    mobile: '+14155550172',
    email: 'ines@homemail.test',
  },
  /** In an org whose language is Japanese. */
  hanako: {
    id: '003Hr00002HaNaKIAV',
    object: 'Contact',
    name: '花子 高橋',
    title: '課長',
    accountId: quayside,
    phone: '0258332165',
    email: 'hanako@quayside.test',
    reportsToId: '003Hr00002QwNoEIAV',
  },
  bayside: { id: bayside, object: 'Account', name: 'Bayside Orthodontics', phone: '+14155550140', city: 'San Francisco' },
  marlow: { id: marlow, object: 'Account', name: 'Marlow & Finch Insurance', phone: '+12125550177', city: 'New York' },
  quayside: { id: quayside, object: 'Account', name: 'Quayside Bakery', phone: '+12125550187', city: 'New York' },
  priya: { id: '005Hr00000UsPriIAF', object: 'User', name: 'Priya Shah', email: 'priya@harborgroup.test' },
} as const satisfies Record<string, SalesforceRecord>;

/** How a Salesforce page of the sandbox behaves; each of them stays in the address while one moves about. */
export interface SalesforceOptions {
  /** Native open shadow roots instead of Lightning's synthetic ones. */
  readonly shadow?: 'native';
  /** Milliseconds from a changed address to the changed page. */
  readonly swap?: number;
  /** Milliseconds until the fields of a drawn page appear. */
  readonly slow?: number;
}

/** The address of a record in the sandbox's org. */
export function salesforceUrl(record: SalesforceRecord, options: SalesforceOptions = {}): string {
  const query = new URLSearchParams(Object.entries(options).map(([name, value]) => [name, String(value)])).toString();
  return `https://harbor.lightning.force.com/lightning/r/${record.object}/${record.id}/view${query && `?${query}`}`;
}
