import { displayText } from '@/lib/core/display-text.ts';

/** Words that people or HighLevel wrote: kept apart from ours in direction, without characters that hide. */
export function Text({ children }: { readonly children: string }) {
  return <bdi>{displayText(children)}</bdi>;
}
