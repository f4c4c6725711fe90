import { serve } from '@hono/node-server';
import { createBroker } from './app.ts';
import { openDatabase } from './database.ts';
import { createBox } from './secrets.ts';
import { readSettings } from './settings.ts';
import { createStore } from './store.ts';

/** The broker as a process: `node broker/main.ts`, told by its environment (see README.md). */
function main(): void {
  const read = readSettings(process.env);
  if ('problems' in read) {
    for (const problem of read.problems) console.error(problem);
    process.exitCode = 1;
    return;
  }
  const { settings } = read;
  // The database is for the broker's own user only.
  process.umask(0o077);
  const store = createStore(openDatabase(settings.database), createBox(settings.key), Date.now);
  const log = (entry: object) => console.log(JSON.stringify({ at: new Date().toISOString(), ...entry }));
  const app = createBroker({ settings, store, fetch, now: Date.now, log });
  const { port, host } = settings;
  const server = serve({ fetch: app.fetch, port, ...(host && { hostname: host }) }, () => console.log(`Broker ready at ${settings.url}`));
  const stop = (): void => void server.close(() => store.close());
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main();
