import { i18n } from '#i18n';
import type { Contact } from '@/lib/ghl/models.ts';
import styles from './Business.module.css';
import { ColleagueRow } from './ColleagueRow.tsx';
import { useOpenTaskCounts } from './use-open-task-counts.ts';

/** Some of the colleagues, with what is open for them: one search for all of them. */
export function ColleaguePage({ people }: { readonly people: readonly Contact[] }) {
  const { countOf, isUnread } = useOpenTaskCounts(people);
  return (
    <>
      <ul>
        {people.map((contact) => (
          <ColleagueRow key={contact.id} contact={contact} openTasks={countOf(contact.id)} />
        ))}
      </ul>
      {isUnread && <p className={styles.quiet}>{i18n.t('business.tasksUnread')}</p>}
    </>
  );
}
