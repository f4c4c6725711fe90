/** Does what concerns one tab one after the other, in the order in which it was asked for; other tabs do not wait. */
export function createLines(): <T>(tabId: number, task: () => Promise<T>) => Promise<T> {
  const last = new Map<number, Promise<unknown>>();
  return (tabId, task) => {
    const mine = (last.get(tabId) ?? Promise.resolve()).catch(() => undefined).then(task);
    last.set(tabId, mine);
    const leave = () => {
      if (last.get(tabId) === mine) last.delete(tabId);
    };
    mine.then(leave, leave);
    return mine;
  };
}
