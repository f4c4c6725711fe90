/** Whom the smaller CRMs of the sandbox know: people of the seeded HighLevel locations, and one whom it does not know. */
export interface CrmPerson {
  /** As the CRM counts; every CRM here uses the same. */
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string;
  readonly company: string;
  readonly title: string;
}

/** By a short name, for tests. */
export const crmPeople = {
  maria: {
    id: 48211,
    firstName: 'Maria',
    lastName: 'Gomez',
    email: 'maria@bayside.test',
    phone: '+14155550142',
    company: 'Bayside Orthodontics',
    title: 'Office manager',
  },
  daniel: {
    id: 48212,
    firstName: 'Daniel',
    lastName: 'Okafor',
    email: 'daniel@bayside.test',
    phone: '+14155550151',
    company: 'Bayside Orthodontics',
    title: 'Orthodontist',
  },
  aisha: {
    id: 48213,
    firstName: 'Aisha',
    lastName: 'Rahman',
    email: 'aisha@bayside.test',
    phone: '+14155550152',
    company: 'Bayside Orthodontics',
    title: 'Hygienist',
  },
  jonas: {
    id: 48214,
    firstName: 'Jonas',
    lastName: 'Weber',
    email: 'jonas@marlowfinch.test',
    phone: '+12125550178',
    company: 'Marlow & Finch Insurance',
    title: 'Account manager',
  },
  /** Unknown to HighLevel. */
  noel: {
    id: 48215,
    firstName: 'Noel',
    lastName: 'Marsh',
    email: 'noel@quayside.test',
    phone: '+12125550188',
    company: 'Quayside Bakery',
    title: 'Owner',
  },
} as const satisfies Record<string, CrmPerson>;

/** Who works in these CRMs: their address and number stand on every page and are nobody's record. */
export const crmUser = { name: 'Tom Becker', email: 'tom@harborgroup.test', phone: '+12125550100' } as const;
