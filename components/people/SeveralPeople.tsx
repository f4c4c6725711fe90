import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { PageContact } from '@/components/panel/PageContact.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import styles from './SeveralPeople.module.css';

interface SeveralPeopleProps {
  readonly tabId: number;
  readonly people: readonly DetectedContact[];
}

/** A page that shows several people: the person says whom they mean, for as long as the page shows just these. */
export function SeveralPeople({ tabId, people }: SeveralPeopleProps) {
  const [pickedId, setPickedId] = useState<string>();
  const picked = people.find(({ recordId }) => recordId === pickedId);
  if (picked === undefined) return <PeopleList people={people} onPick={setPickedId} />;
  return (
    <>
      <Notice
        action={
          <Button look="link" onClick={() => setPickedId(undefined)}>
            {i18n.t('people.back')}
          </Button>
        }
      >
        {i18n.t('people.shared')}
      </Notice>
      <PageContact key={`${picked.crm} ${picked.recordId}`} tabId={tabId} page={picked} />
    </>
  );
}

interface PeopleListProps {
  readonly people: readonly DetectedContact[];
  readonly onPick: (recordId: string) => void;
}

function PeopleList({ people, onPick }: PeopleListProps) {
  const heading = useId();
  return (
    <section className={styles.people} aria-labelledby={heading}>
      <h1 id={heading}>{i18n.t('people.several')}</h1>
      {people.length > 0 && <p className={styles.why}>{i18n.t('people.why')}</p>}
      <ul>
        {people.map((person) => (
          <li key={person.recordId}>
            <button type="button" className={styles.person} onClick={() => onPick(person.recordId)}>
              <Person person={person} />
              <ChevronRight size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person({ person }: { readonly person: DetectedContact }) {
  const facts = [person.name ?? '', person.company ?? '', ...person.emails, ...person.phones].filter((fact) => fact.trim() !== '');
  const [title = i18n.t('people.unnamed'), ...rest] = facts;
  return (
    <span className={styles.facts}>
      <strong>
        <Text>{title}</Text>
      </strong>
      {rest.map((fact) => (
        <span key={fact}>
          <Text>{fact}</Text>
        </span>
      ))}
    </span>
  );
}
