import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import styles from './Business.module.css';
import { type PersonOutcome, useTagOutcome } from './use-tag-outcome.ts';

/** What HighLevel made of a tag for several people, one by one, until it is put away. */
export function TagOutcome({ target }: { readonly target: Target & { readonly contactId: string } }) {
  const { outcome, dismiss } = useTagOutcome(target);
  // Always there, so that what appears in it is told.
  if (outcome === undefined) return <div aria-live="polite" />;
  const { tag, adds, people } = outcome;
  const done = people.filter(({ isDone }) => isDone === true).length;
  const words = { tag: displayText(tag), done: String(done), all: String(people.length) };
  return (
    <div aria-live="polite" className={styles.outcome}>
      <p>{adds ? i18n.t('business.tagged', words) : i18n.t('business.untagged', words)}</p>
      <ul>
        {people.map((person) => (
          <li key={person.id} className={person.isDone === true ? undefined : styles.refused}>
            {said(person)}
          </li>
        ))}
      </ul>
      <Button look="link" onClick={dismiss}>
        {i18n.t('business.dismiss')}
      </Button>
    </div>
  );
}

function said({ name: called, isDone, message }: PersonOutcome): string {
  const name = displayText(called) || i18n.t('contact.unnamed');
  if (isDone === true) return i18n.t('business.tagDone', { name });
  if (isDone === undefined) return i18n.t('business.tagSilent', { name });
  return i18n.t('business.tagSaid', { name, message: displayText(message ?? '') });
}
