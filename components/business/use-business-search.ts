import { toAppError } from '@/lib/core/errors.ts';
import type { Business } from '@/lib/ghl/models.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useGhlList } from '@/lib/query/use-ghl.ts';

interface BusinessSearch {
  /** `undefined` while it is being read. */
  readonly found: readonly Business[] | undefined;
  /** HighLevel has more than we read. */
  readonly isCut: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

/**
 * Businesses whose name contains the words; nothing is asked for empty ones. HighLevel's search needs a scope of its own:
 * where the token lacks it, all businesses are listed and looked through here.
 */
export function useBusinessSearch(words: string): BusinessSearch {
  const locationId = useLocationId();
  const searched = useGhlList('businesses.search', words === '' ? null : { locationId, query: words }, { remembered: false });
  const mayNotSearch = searched.error !== null && toAppError(searched.error).code === 'missing_scope';
  const listed = useGhlList('businesses.list', mayNotSearch ? { locationId } : null, { remembered: false });
  const read = mayNotSearch ? listed : searched;
  const wanted = words.toLowerCase();
  return {
    found: read.data?.rows.filter(({ name }) => !mayNotSearch || name?.toLowerCase().includes(wanted)),
    isCut: read.data?.isCut ?? false,
    error: read.error,
    again: () => void read.refetch(),
  };
}
