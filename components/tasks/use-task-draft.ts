import { useDrafts } from '@/components/drafts/Drafts.tsx';
import type { TaskDraft } from '@/components/drafts/draft.ts';
import { draftKey } from '@/components/drafts/draft.ts';
import { parseMoment, toLocationWallTime } from '@/lib/core/dates.ts';
import { defaultDueDate } from '@/lib/core/due-date.ts';
import { usableTimeZone } from '@/lib/core/time-zones.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useMe } from '@/lib/query/acts.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useServices } from '@/lib/query/services.tsx';

/** Opens the form for a new task of `target`; one that is open already stays as it is. */
export function useOpenTaskForm(target: Target): () => void {
  const { gateway } = useServices();
  const { timeZone } = useConnection();
  const { id: me } = useMe();
  const drafts = useDrafts();
  return () => {
    if (drafts.get(draftKey('task', target)) === undefined) drafts.put(newTask(target, timeZone, gateway.now(), me));
  };
}

function newTask(target: Target, timeZone: string | undefined, now: number, me: string | undefined): TaskDraft {
  const zone = usableTimeZone(timeZone);
  const dueAt = parseMoment(defaultDueDate(zone, now), zone) ?? now;
  return { kind: 'task', target, title: '', due: toLocationWallTime(dueAt, zone) ?? '', zone, details: '', assignee: me ?? '' };
}
