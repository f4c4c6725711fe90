import { useEffect, useState } from 'react';
import type { Contact } from '@/lib/ghl/models.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { exactWords } from './exact-words.ts';

/** So long nothing more must be typed before HighLevel is asked, in milliseconds. */
const PAUSE_MS = 250;
const SHORTEST = 2;
/** HighLevel answers so many at most to words. */
const MOST = 20;

export interface Found {
  /** What was searched for; empty while that is too little. */
  readonly query: string;
  /** Each contact once, who has exactly that e-mail or number first; `undefined` until HighLevel has answered. */
  readonly contacts: readonly Contact[] | undefined;
  /** HighLevel may know more. */
  readonly isCut: boolean;
  readonly read: { readonly error: Error | null; readonly refetch: () => unknown };
  /** What is shown is about what stands in the field. */
  readonly isSettled: boolean;
  /** Searches now, without waiting for more. */
  settle(): void;
}

/** Contacts by free words. What is typed is remembered nowhere on disk. */
export function useFind(words: string): Found {
  const locationId = useLocationId();
  const typed = words.replace(/\s+/g, ' ').trim();
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const query = settled.length < SHORTEST ? '' : settled;
  const exact = exactWords(query);
  const options = { remembered: false };
  const byWords = useGhl('contacts.findByText', query === '' ? null : { locationId, query }, options);
  const byAddress = useGhl('contacts.search', exact ? { locationId, ...exact } : null, options);
  const isAnswered = byWords.data !== undefined && (exact === undefined || !byAddress.isPending);
  const contacts = isAnswered ? once([...(byAddress.data ?? []), ...byWords.data]) : undefined;
  return {
    query,
    contacts,
    isCut: (byWords.data?.length ?? 0) >= MOST,
    read: byWords,
    isSettled: typed === settled && contacts !== undefined,
    settle: () => setSettled(typed),
  };
}

function once(contacts: readonly Contact[]): readonly Contact[] {
  return [...new Map(contacts.map((contact) => [contact.id, contact])).values()];
}
