import { i18n } from '#i18n';
import { EmptyState } from '@/components/ui/EmptyState.tsx';
import type { Target } from '@/lib/outbox/entry.ts';
import { AppointmentRow } from './AppointmentRow.tsx';
import styles from './Appointments.module.css';
import { NextAppointment } from './NextAppointment.tsx';
import type { OrderedAppointments, TimedAppointment } from './order-appointments.ts';

interface AppointmentListsProps {
  readonly appointments: OrderedAppointments;
  readonly target: Target & { readonly contactId: string };
  readonly now: number;
  /** One is being booked: that there is none needs no saying. */
  readonly isBooking: boolean;
}

/** The next appointment, those after it, and the past ones folded. */
export function AppointmentLists({ appointments: { next, coming, untimed, past }, target, now, isBooking }: AppointmentListsProps) {
  const row = (item: TimedAppointment) => <AppointmentRow key={item.appointment.id} item={item} target={target} now={now} />;
  const others = [...coming, ...untimed];
  return (
    <>
      {next && <NextAppointment key={next.appointment.id} item={next} target={target} now={now} />}
      {others.length > 0 && <ul>{others.map(row)}</ul>}
      {next === undefined && others.length === 0 && !isBooking && (
        <EmptyState>{past.length > 0 ? i18n.t('appointments.nothingComing') : i18n.t('appointments.empty')}</EmptyState>
      )}
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{i18n.t('appointments.past', past.length)}</summary>
          <ul>{past.map(row)}</ul>
        </details>
      )}
    </>
  );
}
