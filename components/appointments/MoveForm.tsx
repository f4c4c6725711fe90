import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import type { FieldChange, Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite, useEntryAct } from '@/lib/query/outbox.ts';
import styles from './Booking.module.css';
import { ChosenTime } from './ChosenTime.tsx';
import type { TimedAppointment } from './order-appointments.ts';
import { SameDay } from './SameDay.tsx';
import { SlotPicker } from './SlotPicker.tsx';
import { type Slot, shiftedSlot } from './slots.ts';

interface MoveFormProps {
  readonly item: TimedAppointment;
  readonly calendarId: string;
  readonly target: Target;
  /** A change of time that HighLevel refused: it is given up for this one. */
  readonly insteadOf?: string | undefined;
  readonly onDone: () => void;
}

/** Moves an appointment to another free time of its calendar; it stays as long as it was. */
export function MoveForm({ item, calendarId, target, insteadOf, onDone }: MoveFormProps) {
  // As it was when the form opened: what is read meanwhile must not become what the person saw.
  const [opened] = useState({ item, target });
  const [slot, setSlot] = useState<Slot>();
  const [isIncomplete, setIncomplete] = useState(false);
  const write = useCommitWrite();
  const giveUp = useEntryAct();
  const hint = useId();
  const { appointment } = opened.item;
  const minutes = minutesOf(opened.item);
  function submit(event: FormEvent) {
    event.preventDefault();
    const changes = slot && movedTo(opened.item, slot);
    setIncomplete(changes === undefined);
    if (changes === undefined || write.isPending) return;
    const operation = { kind: 'updateAppointment', appointmentId: appointment.id, title: appointment.title ?? '', changes } as const;
    // As in `BookForm`: the row may be another by then.
    void write.mutateAsync({ operation, target: opened.target }).then(() => {
      if (insteadOf !== undefined) giveUp.mutate({ opId: insteadOf, act: 'discard' });
      onDone();
    }, shown);
  }
  return (
    <form
      className={styles.form}
      aria-label={i18n.t('appointments.reschedule')}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <SlotPicker calendarId={calendarId} userId={appointment.assignedUserId ?? ''} chosen={slot} onChoose={setSlot} />
      <ChosenTime id={hint} slot={slot} minutes={minutes} />
      {slot && <SameDay at={slot.at} calendarId={calendarId} userId={appointment.assignedUserId ?? ''} except={appointment.id} />}
      {isIncomplete && (
        <p role="alert" className={styles.problem}>
          {i18n.t('appointments.needTime')}
        </p>
      )}
      {write.error !== null && <ErrorNote error={write.error} />}
      <div className={styles.acts}>
        <Button type="submit" look="main" aria-describedby={hint} disabled={write.isPending}>
          {i18n.t('appointments.move')}
        </Button>
        <Button onClick={onDone}>{i18n.t('appointments.close')}</Button>
      </div>
    </form>
  );
}

function minutesOf({ start, end }: TimedAppointment): number | undefined {
  return start === undefined || end === undefined || end <= start ? undefined : (end - start) / 60_000;
}

/** Start and end as HighLevel has them, and as they will be. */
function movedTo(item: TimedAppointment, slot: Slot): FieldChange[] | undefined {
  const { startTime, endTime } = item.appointment;
  const minutes = minutesOf(item);
  const start = shiftedSlot(slot.value, 0);
  const end = minutes === undefined ? undefined : shiftedSlot(slot.value, minutes);
  if (start === undefined) return undefined;
  return [
    { field: 'startTime', label: i18n.t('appointments.fieldStart'), from: startTime ?? null, to: start },
    ...(end === undefined ? [] : [{ field: 'endTime', label: i18n.t('appointments.fieldEnd'), from: endTime ?? null, to: end }]),
  ];
}

/** The form shows the error as it stands in the mutation. */
function shown(): void {}
