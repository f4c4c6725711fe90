import { DatabaseSync } from 'node:sqlite';

const SCHEMA = `
  CREATE TABLE pending (
    state_hash TEXT PRIMARY KEY, cookie_hash TEXT NOT NULL, redirect_uri TEXT NOT NULL, client_state TEXT NOT NULL,
    code_challenge TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE grants (
    location_id TEXT PRIMARY KEY, company_id TEXT, access_token BLOB NOT NULL, refresh_token BLOB NOT NULL,
    scope TEXT NOT NULL, expires_at INTEGER NOT NULL, renewed_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE codes (
    code_hash TEXT PRIMARY KEY, location_id TEXT NOT NULL REFERENCES grants ON DELETE CASCADE, user_id TEXT,
    redirect_uri TEXT NOT NULL, code_challenge TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE sessions (
    session_hash TEXT PRIMARY KEY, location_id TEXT NOT NULL REFERENCES grants, user_id TEXT, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sessions_of_location ON sessions (location_id);
  PRAGMA user_version = 1;
`;

/** Opens the SQLite file, made at the first start. Times are epoch milliseconds; a commit survives a power cut. */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;');
  const version = database.prepare('PRAGMA user_version').get()?.user_version;
  if (version === 0) database.exec(`BEGIN; ${SCHEMA} COMMIT;`);
  else if (version !== 1) throw new Error(`The database ${path} is of version ${version}, which this broker does not know.`);
  return database;
}
