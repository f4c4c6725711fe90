import { i18n } from '#i18n';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { Text } from '@/components/ui/Text.tsx';
import { appointmentLabel } from '@/lib/core/date-labels.ts';
import { readerTimeZone } from '@/lib/core/time-zones.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import styles from './Appointments.module.css';
import { isOff, type TimedAppointment } from './order-appointments.ts';
import { statusName } from './status-name.ts';

/** One appointment among others. */
export function AppointmentRow({ item: { appointment, start, end } }: { readonly item: TimedAppointment }) {
  const { timeZone } = useConnection();
  const label = start === undefined ? undefined : appointmentLabel(start, end, timeZone, readerTimeZone(), dateTexts);
  return (
    <li className={isOff(appointment) ? `${styles.row} ${styles.off}` : styles.row}>
      <span className={styles.title}>
        <Text>{appointment.title || i18n.t('appointments.untitled')}</Text>
      </span>
      <span className={styles.status}>
        <Text>{statusName(appointment.appointmentStatus)}</Text>
      </span>
      <span className={styles.when} title={label?.absolute}>
        {label === undefined ? i18n.t('appointments.unknownTime') : `${label.day} ${label.month}, ${label.text}`}
      </span>
    </li>
  );
}
