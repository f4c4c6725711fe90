import type { MouseEvent } from 'react';
import { i18n } from '#i18n';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { useGroupAct } from '@/lib/query/outbox.ts';
import { HoldNote } from './HoldNote.tsx';
import { lineStateText } from './line-state.ts';
import type { Line } from './lines.ts';
import { operationSubject, operationText } from './operation-text.ts';
import styles from './PendingStatus.module.css';

/** One act on its way, with the chance to take it back; several writes that are one act have one Undo. */
export function PendingLine({ line }: { readonly line: Line }) {
  const { mutate: act, data: wasInTime, isPending } = useGroupAct();
  const { entries } = line;
  const held = entries.filter(({ state }) => state === 'held');
  const press = (what: 'undo' | 'sendNow') => (event: MouseEvent<HTMLElement>) => {
    // The button goes away with its press: who works by keyboard stays in this place.
    event.currentTarget.closest('output')?.focus();
    // Those that have left by now are part of the question: the answer says that they were too late.
    act({ opIds: (what === 'undo' ? entries : held).map(({ opId }) => opId), act: what });
  };
  return (
    <span className={styles.line}>
      <span className={styles.what}>
        <What line={line} />
        {held.length > 0 && <HoldNote held={held} />}
      </span>
      {held.length > 0 ? (
        <span className={styles.acts}>
          <button type="button" disabled={isPending} onClick={press('undo')}>
            {i18n.t('outbox.undo')}
          </button>
          <button type="button" disabled={isPending} onClick={press('sendNow')}>
            {i18n.t('outbox.sendNow')}
          </button>
        </span>
      ) : (
        <span className={styles.state}>{lineStateText(entries, wasInTime)}</span>
      )}
    </span>
  );
}

function What({ line: { entries, name } }: { readonly line: Line }) {
  const [entry] = entries;
  const { shownAs } = entry.target;
  const isOne = name === undefined;
  const subject = isOne ? operationSubject(entry.operation) : entries.map(said).join('; ');
  return (
    <>
      <strong>{isOne ? operationText(entry.operation) : <Text>{name}</Text>}</strong>
      <span className={styles.subject} title={displayText(`${subject} ${shownAs}`).slice(0, 500)}>
        <Text>{subject}</Text> {shownAs !== '' && <Phrase sentence={i18n.t('outbox.for', { name: SLOT })} words={shownAs} />}
      </span>
    </>
  );
}

function said({ operation }: OutboxEntry): string {
  return `${operationText(operation)}: ${operationSubject(operation)}`;
}
