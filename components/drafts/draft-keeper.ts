import type { DraftStore } from '@/lib/storage/drafts.ts';
import { type Draft, hasText, keyOf } from './draft.ts';

interface KeptDrafts {
  readonly drafts: ReadonlyMap<string, Draft>;
  /** The store failed, so what is typed is known to this panel only; said until the person has read it. */
  readonly isAlone: boolean;
}

/** The drafts of a panel: in memory at once, at rest as soon as the store has them. */
export interface DraftKeeper {
  subscribe(listener: () => void): () => void;
  snapshot(): KeptDrafts;
  put(draft: Draft): void;
  drop(draft: Draft): void;
  /** Forgets what is in memory only; the store's own clearing is the background's. */
  forget(): void;
  /** The person knows that the store failed. */
  dismiss(): void;
  /** Takes over what is at rest and follows it, until the returned function is called. */
  follow(): () => void;
}

/**
 * Keeps drafts over `store`. Another panel's word counts as soon as it is at rest, unless this one has a newer that is still
 * on its way there; nothing that comes from the store is written back, so two panels never answer each other.
 */
export function createDraftKeeper(store: DraftStore): DraftKeeper {
  let kept: KeptDrafts = { drafts: new Map(), isAlone: false };
  const listeners = new Set<() => void>();
  /** Last words that are not at rest yet, by key. */
  const words = new Map<string, { readonly draft: Draft | undefined }>();
  const writing = new Set<string>();
  let wasTold = false;

  function become(next: Partial<KeptDrafts>): void {
    kept = { ...kept, ...next };
    for (const listener of listeners) listener();
  }

  function fail(): void {
    if (!wasTold) become({ isAlone: true });
    wasTold = true;
  }

  function say(key: string, draft: Draft | undefined): void {
    const drafts = new Map(kept.drafts);
    if (draft === undefined) drafts.delete(key);
    else drafts.set(key, draft);
    // A form that was only opened is nothing to be found again.
    words.set(key, { draft: draft && hasText(draft) ? draft : undefined });
    become({ drafts });
    void write(key);
  }

  /** Writes the last word of a key, and the one that was said meanwhile, never two at once. A word the store refused stays one. */
  async function write(key: string): Promise<void> {
    if (writing.has(key)) return;
    writing.add(key);
    for (let word = words.get(key); word !== undefined; ) {
      const { draft } = word;
      const isAtRest = await (draft === undefined ? store.remove(key) : store.put(key, draft)).then(
        () => true,
        () => false,
      );
      if (!isAtRest) fail();
      const newest = words.get(key);
      if (newest === word && isAtRest) words.delete(key);
      word = newest === word ? undefined : newest;
    }
    writing.delete(key);
  }

  async function read(): Promise<void> {
    const stored = await store.list().catch(fail);
    if (stored) become({ drafts: merged(kept.drafts, new Map(stored.map(({ key, value }) => [key, value])), words) });
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => kept,
    put: (draft) => say(keyOf(draft), draft),
    drop: (draft) => say(keyOf(draft), undefined),
    forget() {
      words.clear();
      become({ drafts: new Map() });
    },
    dismiss: () => become({ isAlone: false }),
    follow() {
      const stop = store.watch(() => void read());
      void read();
      return stop;
    },
  };
}

/** Memory and store as one: words on their way count more than what is at rest, forms without text are nobody else's business. */
function merged(
  mine: ReadonlyMap<string, Draft>,
  stored: ReadonlyMap<string, Draft>,
  words: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Draft> {
  const own = [...mine].filter(([key, draft]) => words.has(key) || (!stored.has(key) && !hasText(draft)));
  const others = [...stored].filter(([key]) => !words.has(key));
  return new Map([...others.map(([key, draft]): [string, Draft] => [key, sameAs(mine.get(key), draft)]), ...own]);
}

/** The object that is known already, when it says the same. */
function sameAs(known: Draft | undefined, read: Draft): Draft {
  return known !== undefined && JSON.stringify(known) === JSON.stringify(read) ? known : read;
}
