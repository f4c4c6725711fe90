import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import type { MatchOutcome } from '@/lib/contact/types.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import { useLinkContact } from '@/lib/query/acts.ts';
import { useUsers } from '@/lib/query/users.ts';
import { CandidateOption } from './CandidateOption.tsx';
import { CompanySentence } from './CompanySentence.tsx';
import styles from './ContactChooser.module.css';
import { contactName, sharesAddress } from './contact-text.ts';
import { differences } from './differences.ts';
import { NewContact } from './NewContact.tsx';

type Several = MatchOutcome & { readonly kind: 'several' };

/** Several contacts may be the page's: the person says which, and it is remembered for this record. */
export function ContactChooser({ page, match }: { readonly page: DetectedContact; readonly match: Several }) {
  const heading = useId();
  const [picked, setPicked] = useState<string>();
  const [isNobody, setNobody] = useState(false);
  const users = useUsers(true);
  const link = useLinkContact(page);
  function submit(event: FormEvent) {
    event.preventDefault();
    const contact = match.candidates.find(({ id }) => id === picked);
    if (contact !== undefined) link.mutate(contact);
  }
  const facts = differences(match.candidates, users);
  return (
    <>
      <form className={styles.chooser} onSubmit={submit}>
        <h1 id={heading}>{i18n.t('match.which')}</h1>
        <p className={styles.why}>
          <Why match={match} page={page} />
        </p>
        <div role="radiogroup" aria-labelledby={heading}>
          {match.candidates.map((contact, index) => (
            <CandidateOption
              key={contact.id}
              contact={contact}
              facts={facts[index] ?? []}
              isPicked={contact.id === picked}
              onPick={() => setPicked(contact.id)}
            />
          ))}
        </div>
        <div className={styles.acts}>
          <Button type="submit" look="main" disabled={picked === undefined || link.isPending}>
            {i18n.t('match.choose')}
          </Button>
          <Button look="link" aria-expanded={isNobody} onClick={() => setNobody(!isNobody)}>
            {i18n.t('match.noneOfThese')}
          </Button>
        </div>
        {link.error !== null && <ErrorNote error={link.error} />}
      </form>
      {isNobody && <NewContact page={page} />}
    </>
  );
}

function Why({ match, page }: { readonly match: Several; readonly page: DetectedContact }) {
  if (match.why === 'company') return <CompanySentence company={page.company} isEmpty={false} />;
  const [only, ...others] = match.candidates;
  if (match.why === 'conflict') return i18n.t('match.conflict');
  if (match.why === 'same_evidence') return i18n.t('match.sameEvidence');
  if (match.why === 'other_name' && only !== undefined)
    return <Phrase sentence={i18n.t('match.otherName', { name: SLOT })} words={contactName(only)} />;
  if (only === undefined || others.length > 0) return i18n.t('match.weakSeveral');
  const sentence = sharesAddress(page, only) ? i18n.t('match.weakShared', { name: SLOT }) : i18n.t('match.weakName', { name: SLOT });
  return <Phrase sentence={sentence} words={contactName(only)} />;
}
