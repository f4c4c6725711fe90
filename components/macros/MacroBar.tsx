import type { Target } from '@/lib/outbox/entry.ts';

/** The person's macros, one button each. */
export function MacroBar(_props: { readonly target: Target & { readonly contactId: string } }) {
  return null;
}
