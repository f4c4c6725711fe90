import type { LinkStore } from '@/lib/contact/links.ts';
import { hasMark, placeMark } from '@/lib/sites/place-mark.ts';
import type { settings } from '@/lib/storage/items.ts';

interface Parts {
  readonly links: Pick<LinkStore, 'prune'>;
  readonly taughtSites: Pick<(typeof settings)['taughtSites'], 'get' | 'watch'>;
}

/**
 * Forgets what was linked by rules that are no longer there, now and whenever they change. Such links are dead already, as
 * their record ids name the rule (`markedId`); this is so that nothing of them is kept.
 */
export function setupTaughtLinks({ links, taughtSites }: Parts): void {
  const prune = () => pruneTaught({ links, taughtSites }).catch(console.error);
  taughtSites.watch(() => void prune());
  void prune();
}

/** Forgets the links of records that none of the rules has read. */
export async function pruneTaught({
  links,
  taughtSites,
}: {
  links: Parts['links'];
  taughtSites: Pick<Parts['taughtSites'], 'get'>;
}): Promise<void> {
  const rules = (await taughtSites.get()).map(({ rule }) => rule);
  const marks = new Map(await Promise.all(rules.map(async (rule) => [rule.origin, await placeMark(rule)] as const)));
  await links.prune((crm, recordId) => {
    // The name of a taught site is its origin, that of a built-in CRM a word.
    if (!crm.includes(':')) return true;
    const mark = marks.get(crm);
    return mark !== undefined && hasMark(recordId, mark);
  });
}
