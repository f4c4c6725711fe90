/** The browser's locks, as far as they are used here. */
export type SiteLocks = Pick<LockManager, 'request'>;

/** Changes a setting about sites while nobody else does: panel, options and background may at the same time. */
export async function alone(locks: SiteLocks, task: () => Promise<void>): Promise<void> {
  await locks.request('alongside-sites', task);
}
