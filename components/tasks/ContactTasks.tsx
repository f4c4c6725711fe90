import { useDrafts } from '@/components/drafts/Drafts.tsx';
import { draftKey } from '@/components/drafts/draft.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useMe } from '@/lib/query/acts.ts';
import { useUsers } from '@/lib/query/users.ts';
import type { GroupedTasks, TaskLine } from './group-tasks.ts';
import { TaskForm } from './TaskForm.tsx';
import { TaskGroups } from './TaskGroups.tsx';
import { TaskRow } from './TaskRow.tsx';
import type { TaskActs } from './use-task-acts.ts';
import { useEditTask } from './use-task-draft.ts';

interface ContactTasksProps {
  readonly tasks: GroupedTasks;
  readonly target: Target;
  readonly acts: TaskActs;
}

/** The rows of one contact's tasks; the one being changed is a form in its place. */
export function ContactTasks({ tasks, target, acts }: ContactTasksProps) {
  const drafts = useDrafts();
  const edit = useEditTask(target);
  const nameOf = useAssigneeName(tasks);
  function row(line: TaskLine) {
    const { task } = line;
    const draft = drafts.get(draftKey('taskEdit', target, task.id));
    return (
      <TaskRow
        key={task.id}
        line={line}
        who={nameOf(task.assignedTo)}
        onToggle={(completed) => acts.toggle(task, target, completed)}
        onEdit={() => edit(task)}
        onDelete={() => acts.remove(task, target)}
        form={draft?.kind === 'taskEdit' ? <TaskForm draft={draft} /> : undefined}
      />
    );
  }
  return <TaskGroups tasks={tasks} heading="h3" row={row} />;
}

/** Names of the location's users; of the reader's own tasks nothing is said. */
function useAssigneeName(tasks: GroupedTasks): (userId: string | undefined) => string | undefined {
  const { id: me } = useMe();
  const isAnothers = ({ task }: TaskLine) => task.assignedTo !== undefined && task.assignedTo !== '' && task.assignedTo !== me;
  const isNeeded = tasks.open.some(({ lines }) => lines.some(isAnothers)) || tasks.done.some(isAnothers);
  const users = useUsers(isNeeded);
  const names = new Map(users.map(({ id, name, email }) => [id, name || email]));
  return (userId) => (userId === undefined || userId === me ? undefined : names.get(userId));
}
