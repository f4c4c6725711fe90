import { i18n } from '#i18n';
import { errorText } from '@/components/error-texts.ts';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { EntryButtons } from './EntryButtons.tsx';
import styles from './NeedsYou.module.css';
import { operationSubject, operationText } from './operation-text.ts';
import { stateText } from './state-text.ts';
import { UseExisting } from './UseExisting.tsx';

/** One write that waits for something or somebody. */
export function StuckEntry({ entry }: { readonly entry: OutboxEntry }) {
  const { operation, target, error } = entry;
  const { locationId, kind } = useConnection();
  const isOfHere = target.locationId === locationId;
  const isTrouble = entry.state === 'failed' || entry.state === 'uncertain';
  return (
    <li className={isTrouble ? `${styles.entry} ${styles.trouble}` : styles.entry}>
      <p className={styles.state}>
        {stateText(entry)}: {operationText(operation)}
      </p>
      <p className={styles.subject}>
        <Text>{operationSubject(operation)}</Text>{' '}
        {target.shownAs !== '' && <Phrase sentence={i18n.t('outbox.for', { name: SLOT })} words={target.shownAs} />}
      </p>
      {entry.state === 'uncertain' && <p>{i18n.t('outbox.mayExist')}</p>}
      {entry.state === 'failed' && error && <p>{errorText(error, isOfHere ? kind : undefined).sentence}</p>}
      <div className={styles.acts}>
        {operation.kind === 'createContact' && error?.code === 'duplicate_contact' && isOfHere && (
          <UseExisting entry={entry} page={operation} contactId={error.contactId} name={error.contactName} />
        )}
        <EntryButtons entry={entry} />
      </div>
    </li>
  );
}
