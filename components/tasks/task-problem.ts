import { i18n } from '#i18n';
import type { TaskDraft, TaskEditDraft } from '@/components/drafts/draft.ts';
import { operationOf } from '@/components/drafts/draft.ts';

/** What keeps a task from being saved; `same`: nothing of it was changed. */
export type FormProblem = 'title' | 'due' | 'same';

export function formProblem(draft: TaskDraft | TaskEditDraft): FormProblem | undefined {
  if (draft.title.trim() === '') return 'title';
  if (operationOf(draft) !== undefined) return undefined;
  return draft.kind === 'taskEdit' && draft.due === draft.start.due ? 'same' : 'due';
}

export function problemText(problem: 'title' | 'due'): string {
  return problem === 'title' ? i18n.t('tasks.needTitle') : i18n.t('tasks.needDue');
}
