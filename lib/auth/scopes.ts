/**
 * What we ask HighLevel for at sign-in: reading only. Tasks, notes and appointments of a contact come with
 * `contacts.readonly`. Source: HighLevel docs, oauth/Scopes.
 */
export const READ_SCOPES: readonly string[] = [
  'contacts.readonly',
  'businesses.readonly',
  'locations.readonly',
  'locations/tags.readonly',
  'locations/tasks.readonly',
  'users.readonly',
];

/** What we ask for besides when the person presses "Allow writing": tasks, notes and tags of a contact, and new contacts. */
export const WRITE_SCOPES: readonly string[] = ['contacts.write'];
