import { useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useKeyAction } from '@/components/keyboard/KeyActions.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Section } from '@/components/ui/Section.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { useNow } from '@/components/ui/use-now.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { entriesFor, overlayAppointments } from '@/lib/outbox/overlay.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useOutbox } from '@/lib/query/outbox.ts';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { AppointmentLists } from './AppointmentLists.tsx';
import { BookForm } from './BookForm.tsx';
import type { Booking } from './booking.ts';
import { type OrderedAppointments, orderAppointments } from './order-appointments.ts';

interface AppointmentsSectionProps {
  readonly target: Target & { readonly contactId: string };
}

/** When the contact comes next, and when they came before. A booking that was begun for somebody else is not carried over. */
export function AppointmentsSection({ target }: AppointmentsSectionProps) {
  return <Appointments key={`${target.locationId} ${target.contactId}`} target={target} />;
}

function Appointments({ target }: AppointmentsSectionProps) {
  const { locationId, contactId } = target;
  const { timeZone } = useConnection();
  const read = useGhl('appointments.ofContact', { contactId });
  const entries = useOutbox();
  const now = useNow();
  const add = useRef<HTMLButtonElement>(null);
  /** Whom the form was opened for. */
  const [booking, setBooking] = useState<{ target: Target; start: Booking } | null>(null);
  const ordered = useMemo(
    () => read.data && orderAppointments(overlayAppointments(read.data, entriesFor(entries, locationId, contactId)), timeZone, now),
    [read.data, entries, locationId, contactId, timeZone, now],
  );
  const open = () => setBooking((before) => before ?? { target, start: newBooking(ordered) });
  useKeyAction('appointment', open);
  function close() {
    setBooking(null);
    add.current?.focus();
  }
  const action = (
    <Button ref={add} look="link" onClick={open}>
      {i18n.t('appointments.add')}
    </Button>
  );
  return (
    <Section name={i18n.t('appointments.title')} count={ordered && countOf(ordered)} action={action}>
      {booking !== null && <BookForm {...booking} onDone={close} />}
      <ReadState read={read} data={ordered} skeleton={<Skeleton look="block" rows={1} />}>
        {(appointments) => <AppointmentLists appointments={appointments} target={target} now={now} isBooking={booking !== null} />}
      </ReadState>
    </Section>
  );
}

/** Whom one has met in one calendar is mostly met there again. */
function newBooking(ordered: OrderedAppointments | undefined): Booking {
  const { next, coming = [], past = [] } = ordered ?? {};
  const usual = [next, ...coming, ...past].find((item) => item?.appointment.calendarId !== undefined);
  return { calendarId: usual?.appointment.calendarId ?? '', userId: '', title: '', description: '' };
}

function countOf({ next, coming }: OrderedAppointments): string | undefined {
  const count = coming.length + (next ? 1 : 0);
  return count > 0 ? i18n.t('appointments.coming', count) : undefined;
}
