/** How long a script of ours lives in a page. */
export interface ScriptLife {
  readonly signal: AbortSignal;
  end(): void;
  /** Also once the extension was updated or removed: the script is an orphan then, and nobody hears it. */
  isOver(): boolean;
}

/** What a script does in a page; no page has two of one kind. */
type Role = 'reader' | 'teacher' | 'form';

/**
 * Begins the life of a script, which ends that of an older one with its role in the same document. They find each other in
 * `world`, the globals that scripts of one extension share there and that no page can see: nothing is said on the page's
 * own document, which could hear it and answer. `isOrphan`: whether the browser has let go of the script.
 */
export function beginLife(role: Role, world: object, isOrphan: () => boolean): ScriptLife {
  const key = `alongside-${role}`;
  const before: unknown = Reflect.get(world, key);
  if (before instanceof AbortController) before.abort();
  const life = new AbortController();
  Reflect.set(world, key, life);
  return {
    signal: life.signal,
    end: () => life.abort(),
    isOver() {
      if (!life.signal.aborted && isOrphan()) life.abort();
      return life.signal.aborted;
    },
  };
}
