import type { CrmAdapter } from './adapter.ts';
import { matchesPattern } from './match-pattern.ts';

const modules = import.meta.glob<{ adapter: CrmAdapter }>('./adapters/*.ts', { eager: true });

/** Every CRM we can read: each file of `adapters/` exports one as `adapter`. */
export const adapters: readonly CrmAdapter[] = Object.values(modules).map((module) => module.adapter);

/** The adapter whose match patterns cover the address. */
export function adapterFor(url: URL): CrmAdapter | undefined {
  return adapters.find((adapter) => adapter.matches.some((pattern) => matchesPattern(pattern, url)));
}
