import { useState } from 'react';
import { i18n } from '#i18n';
import { errorText } from '@/components/error-texts.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { OutboxEntry, Target } from '@/lib/outbox/entry.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useOutbox } from '@/lib/query/outbox.ts';
import { BookForm } from './BookForm.tsx';
import styles from './Booking.module.css';
import { asksForTime, bookingOf, type Refusal, refusalOf } from './booking.ts';
import { MoveForm } from './MoveForm.tsx';
import type { TimedAppointment } from './order-appointments.ts';

interface RefusedTimeProps {
  readonly item: TimedAppointment;
  readonly target: Target;
}

/** HighLevel did not take the time, or wants to be told who: says so, and offers the free times anew. */
export function RefusedTime({ item, target }: RefusedTimeProps) {
  const [isOpen, setOpen] = useState(false);
  const { kind } = useConnection();
  const entries = useOutbox();
  const { pending, calendarId } = item.appointment;
  const refusal = refusalOf(pending);
  const entry = entries.find(({ opId }) => opId === pending?.opId);
  if (refusal === undefined || entry?.error === undefined || !asksForTime(entry)) return null;
  const close = () => setOpen(false);
  return (
    <div className={styles.refused} role="alert">
      <p>
        {refusal === 'member'
          ? i18n.t('appointments.refusedMember')
          : `${i18n.t('appointments.refusedTime')} ${errorText(entry.error, kind).sentence}`}{' '}
        {!isOpen && (
          <Button look="link" onClick={() => setOpen(true)}>
            {refusal === 'member' ? i18n.t('appointments.chooseMember') : i18n.t('appointments.chooseTime')}
          </Button>
        )}
      </p>
      {isOpen && <Again entry={entry} refusal={refusal} item={item} calendarId={calendarId} target={target} onDone={close} />}
    </div>
  );
}

interface AgainProps extends RefusedTimeProps {
  readonly entry: OutboxEntry;
  readonly refusal: Refusal;
  readonly calendarId: string | undefined;
  readonly onDone: () => void;
}

function Again({ entry: { opId, operation }, refusal, item, calendarId, target, onDone }: AgainProps) {
  if (operation.kind === 'createAppointment') {
    return <BookForm target={target} start={bookingOf(operation)} instead={{ opId, refusal }} onDone={onDone} />;
  }
  if (calendarId === undefined) return null;
  return <MoveForm item={item} calendarId={calendarId} target={target} insteadOf={opId} onDone={onDone} />;
}
