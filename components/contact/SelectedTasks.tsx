import { i18n } from '#i18n';
import { useAskedTasks } from '@/components/shell/AskedTasks.tsx';
import { MakeTasks } from '@/components/tasks/MakeTasks.tsx';
import type { Target } from '@/lib/outbox/entry.ts';
import styles from './ContactHeader.module.css';
import type { ContactSource } from './source.ts';

interface SelectedTasksProps {
  readonly source: ContactSource;
  readonly target: Target & { readonly contactId: string };
}

/** Lines that were selected on this record's page, to be made tasks of. */
export function SelectedTasks({ source: { tabId, page }, target }: SelectedTasksProps) {
  const asked = useAskedTasks();
  const text = asked.of(tabId, page.recordId);
  if (text === undefined) return null;
  return (
    <section className={styles.selected} aria-label={i18n.t('views.selected')}>
      <h2>{i18n.t('views.selected')}</h2>
      <MakeTasks key={text} target={target} text={text} onDone={asked.done} />
    </section>
  );
}
