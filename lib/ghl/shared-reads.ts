interface Flight {
  readonly answer: Promise<unknown>;
  readonly abort: AbortController;
  waiting: number;
}

/** Runs a read once for all who ask for the same key while it is under way. */
export interface SharedReads {
  /**
   * `run` gets a signal that aborts when nobody waits any more. Rejects with `signal`'s reason when that aborts, without
   * disturbing the others.
   */
  share<T>(key: string, run: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export function createSharedReads(): SharedReads {
  const flights = new Map<string, Flight>();

  function start(key: string, run: (signal: AbortSignal) => Promise<unknown>): Flight {
    const abort = new AbortController();
    const answer = run(abort.signal).finally(() => {
      if (flights.get(key) === flight) flights.delete(key);
    });
    const flight: Flight = { answer, abort, waiting: 0 };
    flights.set(key, flight);
    return flight;
  }

  return {
    async share<T>(key: string, run: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
      signal?.throwIfAborted();
      const flight = flights.get(key) ?? start(key, run);
      flight.waiting += 1;
      const { promise: gaveUp, reject } = Promise.withResolvers<never>();
      const giveUp = () => {
        reject(signal?.reason);
        flight.waiting -= 1;
        if (flight.waiting > 0) return;
        flights.delete(key);
        flight.abort.abort();
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      // The cast: everyone under this key runs the same endpoint, so the answer has its type.
      return Promise.race([flight.answer as Promise<T>, gaveUp]).finally(() => signal?.removeEventListener('abort', giveUp));
    },
  };
}
