import { i18n } from '#i18n';
import { errorText } from '@/components/error-texts.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { useAllowWriting } from '@/lib/query/acts.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { EntryButtons } from './EntryButtons.tsx';
import styles from './NeedsYou.module.css';
import { operationSubject, operationText } from './operation-text.ts';

/** Asked once per connection, by the first write, which is kept and goes on. */
export function AllowWriting({ entries }: { readonly entries: readonly OutboxEntry[] }) {
  const { locationName, kind } = useConnection();
  const allow = useAllowWriting();
  const refusal = entries.find(({ error }) => error !== undefined)?.error;
  return (
    <section className={styles.allow} aria-label={i18n.t('outbox.waitWrite')}>
      <p className={styles.state}>
        <Phrase sentence={i18n.t('outbox.allowAsk', { location: SLOT })} words={locationName} />
      </p>
      {refusal !== undefined && <p role="alert">{errorText(refusal, kind).sentence}</p>}
      <p>{i18n.t('outbox.allowWhat')}</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.opId} className={styles.asked}>
            <span className={styles.subject}>
              {operationText(entry.operation)}: <Text>{operationSubject(entry.operation)}</Text>{' '}
              {entry.target.shownAs !== '' && <Phrase sentence={i18n.t('outbox.for', { name: SLOT })} words={entry.target.shownAs} />}
            </span>
            <EntryButtons entry={entry} />
          </li>
        ))}
      </ul>
      <Button look="main" disabled={allow.isPending} onClick={() => allow.mutate()}>
        {i18n.t('outbox.allowWriting')}
      </Button>
      {allow.error !== null && <ErrorNote error={allow.error} />}
    </section>
  );
}
