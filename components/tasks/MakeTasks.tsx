import type { Target } from '@/lib/outbox/entry.ts';

interface MakeTasksProps {
  readonly target: Target & { readonly contactId: string };
  /** A note or a selection, as text. */
  readonly text: string;
  readonly onDone: () => void;
}

/** Makes one task of a text, or one of each of its lines. */
export function MakeTasks(_props: MakeTasksProps) {
  return null;
}
