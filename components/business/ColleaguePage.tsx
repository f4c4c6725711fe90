import { useRef } from 'react';
import { i18n } from '#i18n';
import type { Contact } from '@/lib/ghl/models.ts';
import styles from './Business.module.css';
import { ColleagueRow } from './ColleagueRow.tsx';
import { useOpenTaskCounts } from './use-open-task-counts.ts';
import { useSeen } from './use-seen.ts';

/** Some of the colleagues, with what is open for them: one search for all of them, once they are on screen. */
export function ColleaguePage({ people }: { readonly people: readonly Contact[] }) {
  const list = useRef<HTMLUListElement>(null);
  const { countOf, isUnread } = useOpenTaskCounts(people, useSeen(list));
  return (
    <>
      <ul ref={list}>
        {people.map((contact) => (
          <ColleagueRow key={contact.id} contact={contact} openTasks={countOf(contact.id)} />
        ))}
      </ul>
      {isUnread && <p className={styles.quiet}>{i18n.t('business.tasksUnread')}</p>}
    </>
  );
}
