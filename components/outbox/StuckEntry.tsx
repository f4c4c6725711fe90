import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { ConflictCard } from './ConflictCard.tsx';
import { CopyWritten } from './CopyWritten.tsx';
import { EntryButtons } from './EntryButtons.tsx';
import { useEditAgain } from './edit-again.ts';
import { FailedBecause } from './FailedBecause.tsx';
import styles from './NeedsYou.module.css';
import { OpenExisting } from './OpenExisting.tsx';
import { operationSubject, operationText } from './operation-text.ts';
import { stateText } from './state-text.ts';
import { UseExisting } from './UseExisting.tsx';

/** One write that waits for something or somebody. */
export function StuckEntry({ entry }: { readonly entry: OutboxEntry }) {
  const { operation, target, error, state } = entry;
  const { locationId, kind } = useConnection();
  const isOfHere = target.locationId === locationId;
  const isTrouble = state === 'failed' || state === 'uncertain';
  const isConflict = state === 'failed' && error?.code === 'conflict';
  return (
    <li className={isTrouble ? `${styles.entry} ${styles.trouble}` : styles.entry}>
      <p className={styles.state}>
        {stateText(entry)}: {operationText(operation)}
      </p>
      <p className={styles.subject}>
        <Text>{operationSubject(operation)}</Text>{' '}
        {target.shownAs !== '' && <Phrase sentence={i18n.t('outbox.for', { name: SLOT })} words={target.shownAs} />}
      </p>
      {state === 'uncertain' && <p>{i18n.t('outbox.mayExist')}</p>}
      {state === 'failed' && error && <FailedBecause operation={operation} error={error} kind={isOfHere ? kind : undefined} />}
      {isConflict ? (
        <ConflictCard entry={entry} theirs={error.theirs} />
      ) : (
        <div className={styles.acts}>
          {isOfHere && <Existing entry={entry} />}
          {state === 'failed' && error?.code !== 'not_found' && <EditAgain entry={entry} />}
          {state === 'failed' && <CopyWritten operation={operation} />}
          <EntryButtons entry={entry} />
        </div>
      )}
    </li>
  );
}

/** Who has the e-mail or phone already, when that is why it failed. */
function Existing({ entry }: { readonly entry: OutboxEntry }) {
  const { operation, error } = entry;
  if (error?.code !== 'duplicate_contact') return null;
  const { contactId, contactName: name } = error;
  if (operation.kind === 'createContact') return <UseExisting entry={entry} page={operation} contactId={contactId} name={name} />;
  return <OpenExisting contactId={contactId} name={name} />;
}

function EditAgain({ entry }: { readonly entry: OutboxEntry }) {
  const open = useEditAgain(entry);
  if (open === undefined) return null;
  return (
    <Button look="link" onClick={open}>
      {i18n.t('outbox.editAgain')}
    </Button>
  );
}
