import type { User } from '@/lib/ghl/models.ts';

/** What a user is called; empty for one whom the location does not list. */
export function userName(user: User | undefined): string {
  return user === undefined ? '' : user.name || (user.email ?? user.id);
}
