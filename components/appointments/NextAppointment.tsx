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
import { JoinLink } from './JoinLink.tsx';
import { isInHighLevel, type TimedAppointment } from './order-appointments.ts';
import { RefusedTime } from './RefusedTime.tsx';
import { statusName } from './status-name.ts';

interface NextAppointmentProps {
  readonly item: TimedAppointment;
  readonly target: Target & { readonly contactId: string };
  readonly now: number;
}

/** The next appointment, large enough to be seen at a glance; it opens for what can be done with it. */
export function NextAppointment({ item, target, now }: NextAppointmentProps) {
  const { appointment, start, end } = item;
  const [isOpen, setOpen] = useState(false);
  const { timeZone } = useConnection();
  if (start === undefined) return null;
  const label = appointmentLabel(start, end, timeZone, readerTimeZone(), dateTexts);
  const status = statusName(appointment.appointmentStatus);
  const canOpen = isInHighLevel(appointment);
  return (
    <div data-row tabIndex={-1} className={styles.next}>
      <div className={styles.day}>
        {label.day}
        <small>{label.month}</small>
      </div>
      <button type="button" className={styles.what} aria-expanded={canOpen && isOpen} disabled={!canOpen} onClick={() => setOpen(!isOpen)}>
        <span className={styles.title}>
          <Text>{appointment.title || i18n.t('appointments.untitled')}</Text>
        </span>
        <time className={styles.when} dateTime={new Date(start).toISOString()} title={label.absolute}>
          {label.text}
        </time>
        {status !== '' && (
          <span className={styles.status}>
            <Text>{status}</Text>
          </span>
        )}
      </button>
      {appointment.pending ? <PendingMark pending={appointment.pending} /> : <JoinLink address={appointment.address} />}
      <div className={styles.below}>
        <RefusedTime item={item} target={target} />
        {canOpen && isOpen && <AppointmentDetails item={item} target={target} now={now} />}
      </div>
    </div>
  );
}
