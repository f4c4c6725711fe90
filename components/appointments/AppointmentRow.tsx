import { useState } from 'react';
import { i18n } from '#i18n';
import { PendingMark } from '@/components/outbox/PendingMark.tsx';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { Text } from '@/components/ui/Text.tsx';
import { appointmentLabel } from '@/lib/core/date-labels.ts';
import { readerTimeZone } from '@/lib/core/time-zones.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { AppointmentDetails } from './AppointmentDetails.tsx';
import styles from './Appointments.module.css';
import { isInHighLevel, isOff, type TimedAppointment } from './order-appointments.ts';
import { RefusedTime } from './RefusedTime.tsx';
import { statusName } from './status-name.ts';

interface AppointmentRowProps {
  readonly item: TimedAppointment;
  readonly target: Target & { readonly contactId: string };
  readonly now: number;
}

/** One appointment among others; it opens for what can be done with it. */
export function AppointmentRow({ item, target, now }: AppointmentRowProps) {
  const { appointment, start, end } = item;
  const [isOpen, setOpen] = useState(false);
  const { timeZone } = useConnection();
  const label = start === undefined ? undefined : appointmentLabel(start, end, timeZone, readerTimeZone(), dateTexts);
  const canOpen = isInHighLevel(appointment);
  return (
    <li data-row tabIndex={-1} className={isOff(appointment) ? `${styles.row} ${styles.off}` : styles.row}>
      <button type="button" className={styles.open} aria-expanded={canOpen && isOpen} disabled={!canOpen} onClick={() => setOpen(!isOpen)}>
        <span className={styles.title}>
          <Text>{appointment.title || i18n.t('appointments.untitled')}</Text>
        </span>
        <span className={styles.status}>
          <Text>{statusName(appointment.appointmentStatus)}</Text>
        </span>
        <span className={styles.when} title={label?.absolute}>
          {label === undefined ? i18n.t('appointments.unknownTime') : `${label.day} ${label.month}, ${label.text}`}
        </span>
      </button>
      {appointment.pending && <PendingMark pending={appointment.pending} />}
      <RefusedTime item={item} target={target} />
      {canOpen && isOpen && <AppointmentDetails item={item} target={target} now={now} />}
    </li>
  );
}
