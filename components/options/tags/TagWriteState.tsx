import { i18n } from '#i18n';
import { errorText } from '@/components/error-texts.ts';
import styles from '@/components/options/options.module.css';
import { PendingMark } from '@/components/outbox/PendingMark.tsx';
import { Button } from '@/components/ui/Button.tsx';
import type { Connection } from '@/lib/auth/types.ts';
import type { EntryAct } from '@/lib/query/gateway.ts';
import type { TagEntry, TagWrites } from './use-tag-writes.ts';

interface TagWriteStateProps {
  readonly entry: TagEntry;
  readonly writes: TagWrites;
  readonly kind: Connection['kind'];
}

/** Where a change of a tag is, and what can still be done about it. */
export function TagWriteState({ entry, writes: { act, allow }, kind }: TagWriteStateProps) {
  const { opId, state, waiting, error } = entry;
  const asksToWrite = state === 'queued' && waiting === 'write_access';
  return (
    <span className={styles.acts} role="status">
      <PendingMark pending={entry} />
      {(state === 'failed' || state === 'uncertain') && error !== undefined && <span>{errorText(error, kind).sentence}</span>}
      {asksToWrite && (
        <Button look="link" disabled={allow.isPending} onClick={() => allow.mutate()}>
          {i18n.t('outbox.allowWriting')}
        </Button>
      )}
      {offers(entry).map(([what, label]) => (
        <Button key={what} look="link" disabled={act.isPending} onClick={() => act.mutate({ opId, what })}>
          {label}
        </Button>
      ))}
    </span>
  );
}

function offers({ state }: TagEntry): readonly (readonly [EntryAct, string])[] {
  switch (state) {
    case 'held':
      return [['undo', i18n.t('outbox.undo')]];
    case 'parked':
      return [
        ['sendNow', i18n.t('outbox.send')],
        ['discard', i18n.t('outbox.drop')],
      ];
    case 'failed':
    case 'uncertain':
      return [
        ['retry', i18n.t('outbox.retry')],
        ['discard', i18n.t('outbox.discard')],
      ];
    case 'queued':
      return [['discard', i18n.t('outbox.discard')]];
    default:
      return [];
  }
}
