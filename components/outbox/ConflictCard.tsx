import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { Operation, OutboxEntry } from '@/lib/outbox/entry.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useCommitWrite, useEntryAct } from '@/lib/query/outbox.ts';
import { useUsers } from '@/lib/query/users.ts';
import styles from './ConflictCard.module.css';
import { namesPeople, valueText, wishesOf } from './change-text.ts';
import { type Theirs, withoutTheirs, withTheirs } from './with-theirs.ts';

interface ConflictCardProps {
  readonly entry: OutboxEntry;
  /** Its error's. */
  readonly theirs: Theirs;
}

/** A change of something that has changed in HighLevel meanwhile: both values, field by field, and whose it shall be. */
export function ConflictCard({ entry, theirs }: ConflictCardProps) {
  const { operation, target, opId } = entry;
  const { timeZone } = useConnection();
  const users = useUsers(theirs.some(({ field }) => namesPeople(field)));
  const write = useCommitWrite();
  const { mutate: act, isPending } = useEntryAct();
  const drop = () => act({ opId, act: 'discard' });
  const instead = (wish: Operation) => write.mutate({ operation: wish, target }, { onSuccess: drop });
  function keepTheirs() {
    const rest = withoutTheirs(operation, theirs);
    if (rest === undefined) drop();
    else instead(rest);
  }
  const wishes = wishesOf(operation);
  return (
    <>
      <dl className={styles.fields}>
        {theirs.map(({ field, value }) => {
          const wish = wishes.find((other) => other.field === field);
          return (
            <div key={field} className={styles.field}>
              <dt>
                <Text>{wish?.label ?? field}</Text>
              </dt>
              <Value says={i18n.t('outbox.yours')} value={valueText(field, wish?.to, { timeZone, users })} />
              <Value says={i18n.t('outbox.theirs')} value={valueText(field, value, { timeZone, users })} />
            </div>
          );
        })}
      </dl>
      <div className={styles.acts}>
        <Button look="link" disabled={isPending || write.isPending} onClick={() => instead(withTheirs(operation, theirs))}>
          {i18n.t('outbox.useMine')}
        </Button>
        <Button look="link" disabled={isPending || write.isPending} onClick={keepTheirs}>
          {i18n.t('outbox.keepTheirs')}
        </Button>
      </div>
      {write.error !== null && <ErrorNote error={write.error} />}
    </>
  );
}

function Value({ says, value }: { readonly says: string; readonly value: string }) {
  return (
    <dd className={styles.value}>
      <span className={styles.whose}>{says}</span>{' '}
      <span className={styles.words}>
        <Text>{value}</Text>
      </span>
    </dd>
  );
}
