import { useAskedTasks } from '@/components/shell/AskedTasks.tsx';
import { MakeTasks } from '@/components/tasks/MakeTasks.tsx';
import type { Target } from '@/lib/outbox/entry.ts';
import type { ContactSource } from './source.ts';

interface SelectedTasksProps {
  readonly source: ContactSource;
  readonly target: Target & { readonly contactId: string };
}

/** Lines that were selected on this record's page, to be made tasks of. */
export function SelectedTasks({ source: { tabId, page }, target }: SelectedTasksProps) {
  const asked = useAskedTasks();
  const text = asked.of(tabId, page.recordId);
  return text === undefined ? null : <MakeTasks key={text} target={target} text={text} onDone={asked.done} />;
}
