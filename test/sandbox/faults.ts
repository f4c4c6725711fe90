/** What goes wrong with the requests it matches, instead of or around the real answer. */
export interface Fault {
  /** Both must match; left out means any. `path` is held against the path without query. */
  readonly match: { readonly method?: string; readonly path?: RegExp };
  /** How many requests it hits; without it, all until `clear`. */
  readonly times?: number;
  /** Answers this instead of doing anything: the write does not take effect. */
  readonly status?: number;
  /** Sent with `status`: an object as JSON, a text as HTML. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Waits so long before doing anything. */
  readonly delayMs?: number;
  /** Waits so long after the request took effect, before answering. */
  readonly delayAfterMs?: number;
  /** Cuts the connection before or after the request took effect, so that the browser fails the request. */
  readonly drop?: 'before' | 'after';
  /** With `drop`: not one byte of an answer. Over a reused connection Chromium then repeats the request by itself, even a POST. */
  readonly quietly?: boolean;
  /** Changes the body of the real answer, e.g. to spoil one row. */
  readonly transform?: (body: unknown) => unknown;
}

export interface Faults {
  /** Faults are tried in the order they were added; the first that matches is used. Returns its removal. */
  readonly add: (fault: Fault) => () => void;
  readonly clear: () => void;
  /** Takes the fault for a request, counting it off. */
  readonly take: (method: string, path: string) => Fault | undefined;
}

export function createFaults(): Faults {
  const active = new Set<{ readonly fault: Fault; left: number }>();
  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      active.add(entry);
      return () => active.delete(entry);
    },
    clear: () => active.clear(),
    take(method, path) {
      const entry = [...active].find(({ fault }) => isHit(fault, method, path));
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) active.delete(entry);
      return entry.fault;
    },
  };
}

function isHit({ match }: Fault, method: string, path: string): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
  return match.path === undefined || match.path.test(path);
}
