import type { MouseEvent } from 'react';
import { i18n } from '#i18n';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { useEntryAct } from '@/lib/query/outbox.ts';
import { operationSubject, operationText } from './operation-text.ts';
import styles from './PendingStatus.module.css';

/** One write on its way, with the chance to take it back. */
export function PendingLine({ entry }: { readonly entry: OutboxEntry }) {
  const { mutate: act, data: wasInTime } = useEntryAct();
  const { opId, operation, target, state } = entry;
  const subject = operationSubject(operation);
  const press = (what: 'undo' | 'sendNow') => (event: MouseEvent<HTMLElement>) => {
    // The button goes away with its press: who works by keyboard stays in this place.
    event.currentTarget.closest('output')?.focus();
    act({ opId, act: what });
  };
  return (
    <span className={styles.line}>
      <span className={styles.what}>
        <strong>{operationText(operation)}</strong>
        <span className={styles.subject} title={displayText(`${subject} ${target.shownAs}`).slice(0, 500)}>
          <Text>{subject}</Text>{' '}
          {target.shownAs !== '' && <Phrase sentence={i18n.t('outbox.for', { name: SLOT })} words={target.shownAs} />}
        </span>
      </span>
      {state === 'held' ? (
        <span className={styles.acts}>
          <button type="button" onClick={press('undo')}>
            {i18n.t('outbox.undo')}
          </button>
          <button type="button" onClick={press('sendNow')}>
            {i18n.t('outbox.sendNow')}
          </button>
        </span>
      ) : (
        <span className={styles.state}>{wasInTime === false ? i18n.t('outbox.tooLate') : stateWord(state)}</span>
      )}
    </span>
  );
}

function stateWord(state: OutboxEntry['state']): string {
  return state === 'sent' ? i18n.t('outbox.saved') : i18n.t('outbox.saving');
}
