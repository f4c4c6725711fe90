import type { User } from '@/lib/ghl/models.ts';
import { useConnection } from './connection.tsx';
import { useGhl, useGhlList } from './use-ghl.ts';

const USERS_STALE_MS = 10 * 60_000;

/** The location's users; empty while unknown. */
export function useUsers(enabled: boolean): readonly User[] {
  return useUsersRead(enabled).users;
}

/** The same, with why nobody is known. The search needs the company's id, and some tokens are refused it. */
export function useUsersRead(enabled: boolean): { readonly users: readonly User[]; readonly error: Error | null } {
  const { locationId, companyId } = useConnection();
  const searched = useGhlList('users.list', companyId === undefined ? null : { companyId, locationId }, {
    enabled,
    staleTime: USERS_STALE_MS,
  });
  const mayAskOldWay = enabled && (companyId === undefined || searched.isError);
  const listed = useGhl('users.ofLocation', { locationId }, { enabled: mayAskOldWay, staleTime: USERS_STALE_MS });
  const users = searched.data?.rows ?? listed.data;
  return { users: users ?? [], error: users === undefined ? listed.error : null };
}
