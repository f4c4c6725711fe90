import { i18n } from '#i18n';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { Text } from '@/components/ui/Text.tsx';
import { appointmentLabel } from '@/lib/core/date-labels.ts';
import { readerTimeZone } from '@/lib/core/time-zones.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import styles from './Appointments.module.css';
import { JoinLink } from './JoinLink.tsx';
import type { TimedAppointment } from './order-appointments.ts';

/** The next appointment, large enough to be seen at a glance. */
export function NextAppointment({ item: { appointment, start, end } }: { readonly item: TimedAppointment }) {
  const { timeZone } = useConnection();
  if (start === undefined) return null;
  const label = appointmentLabel(start, end, timeZone, readerTimeZone(), dateTexts);
  return (
    <div className={styles.next}>
      <div className={styles.day}>
        {label.day}
        <small>{label.month}</small>
      </div>
      <div className={styles.what}>
        <span className={styles.title}>
          <Text>{appointment.title || i18n.t('appointments.untitled')}</Text>
        </span>
        <time className={styles.when} dateTime={new Date(start).toISOString()} title={label.absolute}>
          {label.text}
        </time>
      </div>
      <JoinLink address={appointment.address} />
    </div>
  );
}
