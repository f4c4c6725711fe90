import type { Auth } from '@/lib/auth/session.ts';
import { toAppError } from '@/lib/core/errors.ts';
import type { GhlClient } from '@/lib/ghl/client.ts';
import type { Operation } from '@/lib/outbox/entry.ts';
import type { Setting } from '@/lib/storage/items.ts';
import { createRunner } from './runner.ts';

const ALARM = 'overdue';
const EVERY_MINUTES = 15;
/** HighLevel's search lags behind writes by seconds. */
const INDEX_LAG_MS = 3_000;
const SCOPE = 'locations/tasks.readonly';

interface Parts {
  readonly auth: Pick<Auth, 'connection'>;
  readonly client: Pick<GhlClient, 'call'>;
  readonly settings: {
    readonly me: Pick<Setting<Record<string, string>>, 'get' | 'watch'>;
    readonly countsOverdue: Pick<Setting<boolean>, 'get' | 'watch'>;
  };
  readonly alarms: {
    get(name: string): Promise<unknown>;
    create(name: string, info: { periodInMinutes: number }): Promise<void> | void;
    readonly onAlarm: { addListener(listener: (alarm: { readonly name: string }) => void): void };
  };
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly show: (count: number, hasMore: boolean) => Promise<void>;
}

/** How many open tasks of the reader's are past their date; `hasMore`: at least so many. */
interface Overdue {
  readonly count: number;
  readonly hasMore: boolean;
}

const NONE: Overdue = { count: 0, hasMore: false };

/**
 * Keeps the count of overdue tasks on the button: every quarter of an hour, and whenever `count` is called because it may
 * have changed. Each time one call of HighLevel, and none while nobody would see it.
 */
export function setupOverdue(parts: Parts): { count(): void; countAfterWrite(operation: Operation): void } {
  const { alarms, settings, show, sleep } = parts;
  const runner = createRunner(async () => {
    const overdue = await countOverdue(parts);
    if (overdue !== undefined) await show(overdue.count, overdue.hasMore);
  });
  alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) runner.run();
  });
  for (const setting of [settings.me, settings.countsOverdue]) setting.watch(() => runner.run());
  start(alarms, runner.run).catch(console.error);
  return {
    count: runner.run,
    countAfterWrite(operation) {
      if (ABOUT_TASKS.has(operation.kind)) sleep(INDEX_LAG_MS).then(runner.run, runner.run);
    },
  };
}

const ABOUT_TASKS = new Set<Operation['kind']>(['createTask', 'updateTask', 'deleteTask', 'setTaskCompleted']);

/** An alarm that is set again begins its time anew; one that is there outlives this background, but not the browser. */
async function start(alarms: Parts['alarms'], count: () => void): Promise<void> {
  if (await alarms.get(ALARM)) return;
  await alarms.create(ALARM, { periodInMinutes: EVERY_MINUTES });
  count();
}

/** `undefined`: it cannot be known right now, so what was counted last stays. */
async function countOverdue({ auth, client, settings, now }: Parts): Promise<Overdue | undefined> {
  const [connection, me, isOn] = await Promise.all([auth.connection(), settings.me.get(), settings.countsOverdue.get()]);
  if (!isOn || connection === null || connection.needsReconnect) return NONE;
  const { locationId, scopes } = connection;
  const userId = me[locationId] ?? connection.userId;
  // A private token does not tell its scopes: HighLevel's answer does.
  if (userId === undefined || (scopes !== undefined && !scopes.includes(SCOPE))) return NONE;
  try {
    const { rows, isFull } = await client.call('tasks.searchInLocation', { locationId, assignedTo: [userId] }, { priority: 'read' });
    const isLate = ({ dueDate, completed }: (typeof rows)[number]) => !completed && Date.parse(dueDate ?? '') < now();
    return { count: rows.filter(isLate).length, hasMore: isFull };
  } catch (thrown) {
    return ['missing_scope', 'wrong_location', 'not_connected', 'reconnect_needed'].includes(toAppError(thrown).code) ? NONE : undefined;
  }
}
