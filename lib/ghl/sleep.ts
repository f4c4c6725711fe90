/** Waits `ms` milliseconds; rejects with `signal`'s reason when that aborts. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  signal?.throwIfAborted();
  const giveUp = () => {
    clearTimeout(timer);
    reject(signal?.reason);
  };
  const timer = setTimeout(() => {
    signal?.removeEventListener('abort', giveUp);
    resolve();
  }, ms);
  signal?.addEventListener('abort', giveUp, { once: true });
  return promise;
}
