import type { Connection } from '@/lib/auth/types.ts';
import { type AppError, AppFailure } from '@/lib/core/errors.ts';
import { isApplied } from '@/lib/ghl/answers.ts';
import { createDrainer, type Drainer } from '@/lib/outbox/drain.ts';
import type { EntryState, OutboxEntry, Target } from '@/lib/outbox/entry.ts';
import type { OutboxStore } from '@/lib/outbox/store.ts';
import { ann, bob, complete, connected, createClock, createLocks, createTestStore, HOLD_MS, note } from './support.ts';

/** Carl lives in another location than the other two. */
const TARGETS: readonly Target[] = [ann, bob, { locationId: 'loc-2', contactId: 'carl', shownAs: 'Carl Orr' }];

export type Outcome = 'good' | 'lostAfter' | 'lostBefore' | 'refused' | 'tooFast' | 'noScope' | 'mismatch';

export type Command =
  | { readonly do: 'note'; readonly who: number; readonly held: boolean }
  | { readonly do: 'task'; readonly who: number; readonly task: number; readonly completed: boolean }
  /** A person changes the title of a task that they see. */
  | { readonly do: 'edit'; readonly who: number; readonly held: boolean }
  /** Somebody else changes it in HighLevel. */
  | { readonly do: 'meddle'; readonly who: number }
  | { readonly do: 'undo' | 'sendNow' | 'retry' | 'discard'; readonly pick: number }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'answer'; readonly pick: number; readonly as: Outcome }
  /**
   * The background dies at its nth step from now: before or after any commit, or in the middle of a call; with the whole
   * browser or alone. `again`: the next one dies too, at this step of its start.
   */
  | { readonly do: 'kill'; readonly steps: number; readonly browser: boolean; readonly again: number | undefined }
  | { readonly do: 'world'; readonly online: boolean; readonly mayWrite: boolean; readonly location: 'loc-1' | 'loc-2' };

/** One note a person wanted: what HighLevel and the person know about it, without asking the code under test. */
interface Wish {
  readonly nth: number;
  readonly target: Target;
  readonly heldUntil: number;
  arrivals: number;
  applied: number;
  retries: number;
  /** A person pressed "Send now" or the browser closed in its hold: its place in the order is the person's choice. */
  byPerson: boolean;
  /** It may not arrive again unless a person asks, or HighLevel said it comes too early. */
  closed: boolean;
  /** Nobody knows whether it was applied. */
  unknown: boolean;
  /** HighLevel said "later": it still comes before those after it. */
  comesAgain: boolean;
  gone: boolean;
  /** The background died since: it may be of unknown effect although it never arrived, and is passed then. */
  outlivedDeath: boolean;
}

interface Call {
  readonly name: string;
  readonly contactId: unknown;
  readonly input: Record<string, unknown>;
  readonly wish: Wish | undefined;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: AppFailure) => void;
}

const NEVER = new Promise<never>(() => undefined);
const ERRORS: Readonly<Partial<Record<Outcome, AppError>>> = {
  lostAfter: { code: 'network' },
  lostBefore: { code: 'timeout' },
  refused: { code: 'not_found', status: 400 },
  tooFast: { code: 'rate_limited', retryAfterMs: 4_000, daily: false },
  noScope: { code: 'missing_scope', status: 401 },
};

/** The states in which the panel offers a person's acts. */
const FITTING: Readonly<Record<'undo' | 'sendNow' | 'retry' | 'discard', readonly EntryState[]>> = {
  undo: ['held', 'queued'],
  sendNow: ['held', 'parked'],
  retry: ['failed', 'uncertain'],
  discard: ['failed', 'uncertain', 'parked'],
};

/** A task of one contact, as HighLevel has it, and what is known of its title. */
interface SharedTask {
  title: string;
  /** Titles that the person has seen when they made an edit, or wants. */
  readonly seen: Set<string>;
  /** What HighLevel last answered to a look. */
  lookedUp: string | undefined;
}

/** A person, a background that dies, and a HighLevel that keeps its own ledger. Every broken promise throws. */
export function createModel() {
  const clock = createClock();
  const locks = createLocks();
  const panel = createTestStore(clock);
  const world = { online: true, connection: connected as Connection };
  const wishes = new Map<string, Wish>();
  const shared = new Map(
    TARGETS.map(({ contactId }) => [contactId, { title: 'as it was', seen: new Set(), lookedUp: undefined } as SharedTask]),
  );
  const edits = { made: 0, applied: 0, conflicts: 0 };
  const broken: string[] = [];
  let working = 0;
  let deaths = 0;
  /** What the browser forgets when it closes. */
  let isRunning = true;
  let calls: Call[] = [];
  let life = createLife();

  function promise(holds: boolean, what: string): void {
    if (!holds) broken.push(what);
  }

  /** A background process. `dieAt` counts its steps down; a dead one never goes on. */
  function createLife(dieAt = Number.POSITIVE_INFINITY) {
    const state = { dead: false, dieAt, browser: false, again: Number.POSITIVE_INFINITY };
    const step = async () => {
      state.dieAt -= 1;
      if (state.dieAt < 0) die(state);
      if (state.dead) await NEVER;
    };
    const mortal =
      <A extends unknown[], R>(task: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        await step();
        working += 1;
        const result = await task(...args).finally(() => {
          working -= 1;
        });
        await step();
        return result;
      };
    const store: OutboxStore = {
      commit: mortal(panel.commit),
      commitAll: mortal(panel.commitAll),
      list: mortal(panel.list),
      get: mortal(panel.get),
      transition: mortal(panel.transition),
      transitionAll: mortal(panel.transitionAll),
      prune: mortal(panel.prune),
      counts: mortal(panel.counts),
    };
    const drainer = createDrainer({
      store,
      locks,
      now: clock.now,
      timer: clock.timer,
      connection: async () => world.connection,
      online: () => world.online,
      isApplied,
      call: (name, input, locationId) => (state.dead ? NEVER : arrive(name, { ...input }, locationId)),
    });
    const session = {
      isNew: mortal(async () => !isRunning),
      begun: mortal(async () => {
        isRunning = true;
      }),
    };
    return { state, drainer, boot: () => void drainer.boot(session) };
  }

  function die(state: { dead: boolean; readonly browser: boolean }): void {
    if (state.dead) return;
    state.dead = true;
    if (state.browser) isRunning = false;
    deaths += 1;
    for (const wish of wishes.values()) wish.outlivedDeath = true;
    locks.release();
    clock.dropTimers();
    for (const { wish } of calls) if (wish !== undefined) wish.unknown = true;
    calls = [];
  }

  /** The ledger's door: every promise about what may be sent is checked here. */
  function arrive(name: string, input: Record<string, unknown>, locationId: string): Promise<unknown> {
    const wish = wishes.get(String(input.body));
    const target = TARGETS.find(({ contactId }) => contactId === input.contactId);
    promise(target?.locationId === locationId && world.connection.locationId === locationId, 'sent to another location');
    promise(world.connection.mayWrite && world.online, 'sent without consent or network');
    promise(!calls.some((call) => call.contactId === input.contactId), 'two at once for a contact');
    promise(calls.length < 4, 'more than four at once');
    if (wish !== undefined) checkArrival(wish, input);
    if (name === 'tasks.update') checkUpdate(String(input.contactId), String(input.title));
    return new Promise((resolve, reject) => {
      calls.push({ name, input, contactId: input.contactId, wish, resolve, reject });
    });
  }

  function checkArrival(wish: Wish, input: Record<string, unknown>): void {
    promise(wish.target.contactId === input.contactId, 'sent to another contact');
    promise(!wish.gone, 'sent after it was taken back');
    promise(!wish.closed, 'sent twice without a person');
    promise(wish.byPerson || clock.now() >= wish.heldUntil, 'sent within its hold');
    for (const other of wishes.values()) {
      if (other.target !== wish.target || other.nth >= wish.nth || other.gone) continue;
      promise(!other.comesAgain || other.outlivedDeath, 'passed one that was told to wait');
      const isFree = !other.byPerson && !wish.byPerson && other.heldUntil <= wish.heldUntil;
      promise(!isFree || other.outlivedDeath || other.arrivals > 0, 'out of order');
    }
    Object.assign(wish, { arrivals: wish.arrivals + 1, closed: true, comesAgain: false });
  }

  /** Whatever is written over, the person has seen, or wanted. */
  function checkUpdate(contactId: string, title: string): void {
    const task = shared.get(contactId);
    promise(task?.lookedUp !== undefined, 'changed without a look');
    promise(task?.seen.has(task.lookedUp ?? '') === true, 'wrote over what nobody had seen');
    promise(task?.seen.has(title) === true, 'wrote what nobody wanted');
    if (task !== undefined) task.lookedUp = undefined;
  }

  /** What HighLevel answers about the shared task when all is well; a change takes effect. */
  function shareTask({ name, input }: Call, takesEffect: boolean): unknown {
    const task = shared.get(String(input.contactId));
    if (task === undefined) return undefined;
    if (name === 'tasks.update' && takesEffect) {
      task.title = String(input.title);
      edits.applied += 1;
    }
    if (name === 'tasks.get' && takesEffect) task.lookedUp = task.title;
    return { id: input.taskId, title: task.title };
  }

  function answer(call: Call, as: Outcome): void {
    calls = calls.filter((other) => other !== call);
    const { wish, input, name } = call;
    const isShared = name === 'tasks.get' || name === 'tasks.update';
    const about = isShared
      ? shareTask(call, as === 'good' || as === 'lostAfter' || (as === 'mismatch' && name === 'tasks.update'))
      : undefined;
    if (wish !== undefined) {
      if (as === 'good' || as === 'lostAfter' || as === 'mismatch') wish.applied += 1;
      if (as === 'lostAfter' || as === 'lostBefore' || as === 'mismatch') wish.unknown = true;
      if (as === 'tooFast' || as === 'noScope') Object.assign(wish, { closed: false, comesAgain: true });
    }
    const error = ERRORS[as];
    const resource = isShared
      ? about
      : name === 'notes.create'
        ? { id: 'n', body: input.body }
        : { id: input.taskId, completed: input.completed };
    if (error !== undefined) call.reject(new AppFailure(error));
    else call.resolve(as === 'good' ? resource : isShared ? { id: 'x', title: 'x', contactId: 'x' } : { id: 'x', body: 'x' });
  }

  /** Lets everything run until it waits for the clock, for HighLevel or for a person. */
  async function settle(): Promise<void> {
    for (;;) {
      await new Promise(setImmediate);
      if (working > 0) continue;
      if (!life.state.dead) return;
      await rise();
    }
  }

  async function rise(): Promise<void> {
    // What is held now is for the person when the whole browser was closed.
    for (const { operation, state } of isRunning ? [] : await panel.list()) {
      const wish = operation.kind === 'createNote' ? wishes.get(operation.body) : undefined;
      if (wish !== undefined && state === 'held') Object.assign(wish, { byPerson: true, closed: true });
    }
    life = createLife(life.state.again);
    life.boot();
  }

  async function writeNote(who: number, held: boolean): Promise<void> {
    const target = TARGETS[who] ?? ann;
    const nth = wishes.size;
    const holdMs = held ? HOLD_MS : 0;
    const fresh = {
      arrivals: 0,
      applied: 0,
      retries: 0,
      byPerson: false,
      closed: false,
      unknown: false,
      comesAgain: false,
      gone: false,
      outlivedDeath: false,
    };
    wishes.set(`note ${nth}`, { nth, target, heldUntil: clock.now() + holdMs, ...fresh });
    await panel.commit({ operation: note(`note ${nth}`), target, holdMs });
  }

  /** From what the panel shows: the edit that is on its way, or else what HighLevel has. */
  async function editTask(who: number, held: boolean): Promise<void> {
    const target = TARGETS[who] ?? ann;
    const task = shared.get(target.contactId);
    if (task === undefined) return;
    const pending = (await panel.list()).findLast(
      ({ operation, target: of, state }) =>
        operation.kind === 'updateTask' && of.contactId === target.contactId && !['failed', 'parked', 'sent'].includes(state),
    );
    edits.made += 1;
    const change = pending?.operation.kind === 'updateTask' ? pending.operation.changes[0]?.to : undefined;
    const from = String(change ?? task.title);
    const to = `title ${edits.made}`;
    task.seen.add(from).add(to);
    const changes = [{ field: 'title', label: 'Title', from, to }];
    await panel.commit({ operation: { kind: 'updateTask', taskId: 't0', title: from, changes }, target, holdMs: held ? HOLD_MS : 0 });
  }

  async function act(event: 'undo' | 'sendNow' | 'retry' | 'discard', pick: number): Promise<void> {
    const entries = (await panel.list()).filter(({ state }) => FITTING[event].includes(state));
    const entry = entries[pick % Math.max(1, entries.length)];
    if (entry === undefined) return;
    const wish = entry.operation.kind === 'createNote' ? wishes.get(entry.operation.body) : undefined;
    const before = { ...wish };
    // Permitted from now on: the drainer may be quicker than the answer to the person.
    if (wish !== undefined && event === 'retry') {
      Object.assign(wish, { closed: false, unknown: false, byPerson: true, retries: wish.retries + 1 });
    }
    if (wish !== undefined && event === 'sendNow') Object.assign(wish, { closed: false, byPerson: true });
    const result = await panel.transition(entry.opId, { type: event });
    if (wish === undefined) return;
    if (result === 'removed') {
      if (event === 'undo') promise(!wish.unknown && !calls.some((call) => call.wish === wish), 'undone although it had left');
      wish.gone = true;
    }
    if (result === 'refused' && event === 'retry') Object.assign(wish, before);
  }

  async function run(command: Command): Promise<void> {
    const call = command.do === 'answer' ? calls[command.pick % Math.max(1, calls.length)] : undefined;
    if (command.do === 'note') await writeNote(command.who, command.held);
    else if (command.do === 'edit') await editTask(command.who, command.held);
    else if (command.do === 'meddle') meddle(TARGETS[command.who] ?? ann);
    else if (command.do === 'task')
      await panel.commit({
        operation: complete(`t${command.task}`, command.completed),
        target: TARGETS[command.who] ?? ann,
        holdMs: HOLD_MS,
      });
    else if (command.do === 'advance') clock.advance(command.ms);
    else if (command.do === 'answer') call && answer(call, command.as);
    else if (command.do === 'kill') kill(command);
    else if (command.do === 'world') {
      // An event of its own: it does not fall between two steps of a program that waits for nothing in between.
      await new Promise(setImmediate);
      world.online = command.online;
      world.connection = { ...connected, mayWrite: command.mayWrite, locationId: command.location };
    } else await act(command.do, command.pick);
    if (!life.state.dead) knock(life.drainer, command);
  }

  function meddle({ contactId }: Target): void {
    const task = shared.get(contactId);
    edits.conflicts += 1;
    if (task !== undefined) task.title = `meddled ${edits.conflicts}`;
  }

  function kill({ steps, browser, again = Number.POSITIVE_INFINITY }: Command & { do: 'kill' }): void {
    Object.assign(life.state, { dieAt: steps, browser, again });
  }

  function knock(drainer: Drainer, command: Command): void {
    void drainer.wake(command.do === 'world' ? 'connection' : undefined);
  }

  /** Everything becomes well again; what can go must go. */
  async function finish(): Promise<OutboxEntry[]> {
    Object.assign(life.state, { dieAt: Number.POSITIVE_INFINITY, again: Number.POSITIVE_INFINITY });
    for (const location of ['loc-1', 'loc-2', 'loc-1'] as const) {
      await run({ do: 'world', online: true, mayWrite: true, location });
      await settle();
      do {
        for (const call of calls) answer(call, 'good');
        await settle();
        // Longer than any hold or pause.
        clock.advance(400_000);
        await settle();
      } while (calls.length > 0);
    }
    return panel.list();
  }

  return { wishes, edits, broken, run, settle, finish, boot: () => life.boot(), inFlight: () => calls.length, deaths: () => deaths };
}
