import { idOf, objectIdOf } from '../state.ts';

/** The seeded records tests and pages may name; the same in every run. */
export const seedIds = {
  company: idOf('company harbor group'),
  locations: { harbor: idOf('location harbor'), northlight: idOf('location northlight') },
  users: { priya: idOf('user priya'), tom: idOf('user tom'), lena: idOf('user lena') },
  businesses: { bayside: objectIdOf('business bayside'), marlow: objectIdOf('business marlow'), kiez: objectIdOf('business kiez') },
  calendars: { consultations: idOf('calendar consultations'), visits: idOf('calendar visits'), viewings: idOf('calendar viewings') },
  contacts: {
    maria: idOf('contact maria'),
    daniel: idOf('contact daniel'),
    aisha: idOf('contact aisha'),
    peter: idOf('contact peter'),
    sofia: idOf('contact sofia'),
    /** Shares a phone with `robert`. */
    ruth: idOf('contact ruth'),
    robert: idOf('contact robert'),
    /** Shares an additional e-mail with `jonas`. */
    nina: idOf('contact nina'),
    jonas: idOf('contact jonas'),
    /** A name of 10,000 characters. */
    longName: idOf('contact long name'),
    /** Nothing but a phone. */
    phoneOnly: idOf('contact phone only'),
    /** Has the note with hostile HTML. */
    hostile: idOf('contact hostile'),
    /** Two contacts of the same name in one location. */
    alexOne: idOf('contact alex one'),
    alexTwo: idOf('contact alex two'),
    greta: idOf('contact greta'),
    felix: idOf('contact felix'),
  },
  customFields: {
    doctor: idOf('field doctor'),
    plan: idOf('field plan'),
    firstVisit: idOf('field first visit'),
    budget: idOf('field budget'),
  },
  workflows: { recall: idOf('workflow recall'), welcome: idOf('workflow welcome') },
} as const;

/** Private integration tokens of the seed. */
export const seedTokens = {
  /** Harbor Dental, every scope. */
  full: 'pit-3f6c1d52-8a47-4b0e-9f21-7d5e0c4ab101',
  /** Harbor Dental, reading only. */
  readOnly: 'pit-91b7e0aa-52c4-4a3f-8c0d-2e6f1b7d9202',
  /** Northlight Realty, every scope. */
  northlight: 'pit-c4d8a6f3-1e90-47bd-b2a5-60f3e9187303',
} as const;

const readScopes = [
  'contacts.readonly',
  'businesses.readonly',
  'calendars.readonly',
  'calendars/events.readonly',
  'users.readonly',
  'locations.readonly',
  'locations/tags.readonly',
  'locations/customFields.readonly',
  'locations/tasks.readonly',
  'objects/record.readonly',
  'workflows.readonly',
];

/** HighLevel's names of the scopes the sandbox's endpoints ask for. */
export const sandboxScopes = {
  read: readScopes,
  all: [
    ...readScopes,
    'contacts.write',
    'businesses.write',
    'calendars.write',
    'calendars/events.write',
    'locations/tags.write',
    'objects/record.write',
    'oauth.readonly',
    'oauth.write',
  ],
} as const;
