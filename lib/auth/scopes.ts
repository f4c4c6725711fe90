/**
 * What we ask HighLevel for at sign-in: reading only. Tasks, notes and appointments of a contact come with
 * `contacts.readonly`. Source: HighLevel docs, oauth/Scopes.
 */
export const READ_SCOPES: readonly string[] = [
  'contacts.readonly',
  'businesses.readonly',
  'calendars.readonly',
  'calendars/events.readonly',
  'locations.readonly',
  'locations/customFields.readonly',
  'locations/tags.readonly',
  'locations/tasks.readonly',
  // The search for a business by its name.
  'objects/record.readonly',
  'users.readonly',
  'workflows.readonly',
];

/**
 * Without it nothing can be written: tasks, notes, tags, followers and workflows of a contact, its link to a business,
 * and contacts themselves.
 */
export const CORE_WRITE_SCOPE = 'contacts.write';

/** What we ask for besides when the person presses "Allow writing". All but the first open one thing each. */
export const WRITE_SCOPES: readonly string[] = [
  CORE_WRITE_SCOPE,
  'businesses.write',
  'calendars/events.write',
  'locations/tags.write',
  // The custom fields of a business.
  'objects/record.write',
];
