/** What a person does goes before what the panel shows. */
export type Priority = 'act' | 'read';

interface Waiter {
  call(): void;
  refuse(reason: unknown): void;
}

/** A line in which acts stand before reads. */
export interface WaitingLine {
  readonly length: number;
  /** Resolves when called; rejects when refused or, with `signal`'s reason, when aborted. */
  join(priority: Priority, signal?: AbortSignal): Promise<void>;
  callFirst(): void;
  refuseAll(reason: unknown): void;
}

/** `onLeave` is told when somebody gave up waiting. */
export function createWaitingLine(onLeave: () => void): WaitingLine {
  const lines: Record<Priority, Waiter[]> = { act: [], read: [] };

  return {
    get length() {
      return lines.act.length + lines.read.length;
    },
    join(priority, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const waiter: Waiter = { call: resolve, refuse: reject };
      const giveUp = () => {
        lines[priority] = lines[priority].filter((other) => other !== waiter);
        reject(signal?.reason);
        onLeave();
      };
      lines[priority].push(waiter);
      signal?.addEventListener('abort', giveUp, { once: true });
      return promise.finally(() => signal?.removeEventListener('abort', giveUp));
    },
    callFirst() {
      (lines.act.shift() ?? lines.read.shift())?.call();
    },
    refuseAll(reason) {
      for (const waiter of [...lines.act.splice(0), ...lines.read.splice(0)]) waiter.refuse(reason);
    },
  };
}
