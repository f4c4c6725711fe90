import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import type { Calendar } from '@/lib/ghl/calendar-models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useCommitWrite, useEntryAct } from '@/lib/query/outbox.ts';
import { useGhl } from '@/lib/query/use-ghl.ts';
import styles from './Booking.module.css';
import { BookingFields } from './BookingFields.tsx';
import { type Booking, bookingOperation, type Refusal } from './booking.ts';
import { ChosenTime } from './ChosenTime.tsx';
import { SameDay } from './SameDay.tsx';
import { SlotPicker } from './SlotPicker.tsx';
import type { Slot } from './slots.ts';

export interface BookFormProps {
  /** Fixed when the form opened. */
  readonly target: Target;
  readonly start: Booking;
  /** A booking that HighLevel refused: it is given up for this one. */
  readonly instead?: { readonly opId: string; readonly refusal: Refusal } | undefined;
  readonly onDone: () => void;
}

const CALENDARS_STALE_MS = 5 * 60_000;

/** Books a free time of one of the location's calendars. */
export function BookForm(props: BookFormProps) {
  const locationId = useLocationId();
  const read = useGhl('calendars.list', { locationId }, { staleTime: CALENDARS_STALE_MS });
  const calendars = read.data?.filter(({ isActive, id }) => isActive || id === props.start.calendarId);
  return (
    <div className={styles.form}>
      <ReadState read={read} data={calendars} skeleton={<Skeleton look="block" rows={2} />}>
        {(found) => (found.length === 0 ? <p>{i18n.t('appointments.noCalendars')}</p> : <Form {...props} calendars={found} />)}
      </ReadState>
      {(calendars === undefined || calendars.length === 0) && <Button onClick={props.onDone}>{i18n.t('appointments.close')}</Button>}
    </div>
  );
}

function Form({ target, start, instead, onDone, calendars }: BookFormProps & { readonly calendars: readonly Calendar[] }) {
  const [booking, setBooking] = useState(start);
  const [slot, setSlot] = useState<Slot>();
  const [isIncomplete, setIncomplete] = useState(false);
  const write = useCommitWrite();
  const giveUp = useEntryAct();
  const hint = useId();
  const calendar = calendars.find(({ id }) => id === booking.calendarId) ?? calendars[0];
  if (calendar === undefined) return null;
  const needsMember = instead?.refusal === 'member';
  // One person's calendar needs no question, but some are refused without an answer.
  const [only] = calendar.teamMembers.length === 1 ? calendar.teamMembers : [];
  const userId = only ?? booking.userId;
  const complete = { ...booking, calendarId: calendar.id, userId, title: booking.title.trim() || calendar.name };

  function submit(event: FormEvent) {
    event.preventDefault();
    const operation = slot && bookingOperation(complete, slot, calendar?.slotMinutes);
    setIncomplete(operation === undefined || (needsMember && userId === ''));
    if (operation === undefined || (needsMember && userId === '') || write.isPending) return;
    // The row in which this form stands may go away with the commit, and with it the callbacks of `mutate`.
    void write.mutateAsync({ operation, target }).then(() => {
      if (instead !== undefined) giveUp.mutate({ opId: instead.opId, act: 'discard' });
      onDone();
    }, shown);
  }
  return (
    <form aria-label={i18n.t('appointments.add')} onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <BookingFields
        calendars={calendars}
        calendar={calendar}
        booking={booking}
        needsMember={needsMember}
        onChange={(changed) => {
          setBooking({ ...booking, ...changed });
          // A time of one calendar, or of one person, says nothing about another.
          if ('calendarId' in changed || 'userId' in changed) setSlot(undefined);
        }}
      >
        <SlotPicker key={`${calendar.id} ${userId}`} calendarId={calendar.id} userId={userId} chosen={slot} onChoose={setSlot} />
      </BookingFields>
      <ChosenTime id={hint} slot={slot} minutes={calendar.slotMinutes} />
      {slot && <SameDay at={slot.at} calendarId={calendar.id} userId={userId} />}
      {isIncomplete && (
        <p role="alert" className={styles.problem}>
          {slot === undefined ? i18n.t('appointments.needTime') : i18n.t('appointments.needMember')}
        </p>
      )}
      {write.error !== null && <ErrorNote error={write.error} />}
      <div className={styles.acts}>
        <Button type="submit" look="main" aria-describedby={hint} disabled={write.isPending}>
          {i18n.t('appointments.book')}
        </Button>
        <Button onClick={onDone}>{i18n.t('appointments.close')}</Button>
      </div>
    </form>
  );
}

/** The form shows the error as it stands in the mutation. */
function shown(): void {}
