import { useDrafts } from '@/components/drafts/Drafts.tsx';
import type { TaskDraft, TaskEditDraft } from '@/components/drafts/draft.ts';
import { draftKey } from '@/components/drafts/draft.ts';
import { plainText } from '@/components/ui/rich-text-plain.ts';
import { parseMoment } from '@/lib/core/dates.ts';
import { defaultDueDate, toIsoSeconds } from '@/lib/core/due-date.ts';
import { usableTimeZone } from '@/lib/core/time-zones.ts';
import type { Task } from '@/lib/ghl/models.ts';
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

/** Opens the form that changes a task of `target` in its place. */
export function useEditTask(target: Target): (task: Task) => void {
  const { timeZone } = useConnection();
  const drafts = useDrafts();
  return (task) => {
    if (drafts.get(draftKey('taskEdit', target, task.id)) === undefined) drafts.put(editOf(task, target, usableTimeZone(timeZone)));
  };
}

function newTask(target: Target, timeZone: string | undefined, now: number, me: string | undefined): TaskDraft {
  const zone = usableTimeZone(timeZone);
  return { kind: 'task', target, title: '', due: defaultDueDate(zone, now), zone, details: '', assignee: me ?? '' };
}

/** The form that changes a task, before anything is typed. */
export function editOf(task: Task, target: Target, zone: string): TaskEditDraft {
  const { title, body = '', assignedTo = '' } = task;
  const at = parseMoment(task.dueDate, zone);
  const due = at === undefined ? '' : toIsoSeconds(at);
  const start = { title, due, zone, details: plainText(body), assignee: assignedTo };
  return { kind: 'taskEdit', target, taskId: task.id, from: { title, dueDate: due, body, assignedTo }, start, ...start };
}
