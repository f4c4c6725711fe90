import type { DetectedContact } from '@/lib/crm/adapter.ts';

/** The key of a HighLevel read. A key without its later parts means all reads below it. */
export function ghlKey(locationId: string, endpoint?: string, input?: unknown): readonly unknown[] {
  const key: unknown[] = ['ghl', locationId];
  if (endpoint !== undefined) key.push(endpoint);
  if (input !== undefined) key.push(input);
  return key;
}

export const connectionKey = ['connection'] as const;
export const meKey = ['setting', 'me'] as const;

export function tabKey(tabId: number) {
  return ['tab', tabId] as const;
}

/** What a rule that is being taught finds in a tab. */
export function readingKey(tabId: number) {
  return ['reading', tabId] as const;
}

/** Matches are kept by everything the page says, so that an answer for older facts never stands for newer ones. */
export function matchKey(locationId: string, tabId: number, contact: DetectedContact) {
  return ['match', locationId, tabId, contact] as const;
}
