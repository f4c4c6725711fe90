import type { TaughtRule } from '@/lib/crm/taught/rule.ts';

/**
 * Marks the part of a rule that makes record ids: where another place of the address names the record, the same id is
 * somebody else. 12 hexadecimal digits.
 */
export async function placeMark({ path, recordId }: Pick<TaughtRule, 'path' | 'recordId'>): Promise<string> {
  const place = new TextEncoder().encode(JSON.stringify([path, recordId]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', place));
  return [...digest.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A record id together with the rule that it was read by: links are remembered under it. */
export function markedId(recordId: string, mark: string): string {
  return `${recordId} ${mark}`;
}

/** Whether an id was read by the rule of that mark. */
export function hasMark(recordId: string, mark: string): boolean {
  return recordId.endsWith(` ${mark}`);
}
