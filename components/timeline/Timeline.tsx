import type { Target } from '@/lib/outbox/entry.ts';

/** Tasks, notes and appointments of the contact by date. */
export function Timeline(_props: { readonly target: Target & { readonly contactId: string } }) {
  return null;
}
