import type { Contact } from '@/lib/ghl/models.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useGhlList } from '@/lib/query/use-ghl.ts';

/** How many tasks somebody has open. */
export interface OpenTasks {
  readonly count: number;
  /** There may be more: HighLevel had more tasks of these people than we read. */
  readonly isAtLeast: boolean;
}

/** The open tasks of several people, counted from one search; `undefined` while it is not read. */
export function useOpenTaskCounts(people: readonly Contact[], enabled: boolean) {
  const locationId = useLocationId();
  const contactId = people.map(({ id }) => id).sort();
  const read = useGhlList('tasks.searchInLocation', contactId.length === 0 ? null : { locationId, contactId }, { enabled });
  return {
    countOf: (id: string): OpenTasks | undefined =>
      read.data && { count: read.data.rows.filter((task) => task.contactId === id).length, isAtLeast: read.data.isCut },
    isUnread: read.error !== null && read.data === undefined,
  };
}
