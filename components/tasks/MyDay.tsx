import { useMemo } from 'react';
import { i18n } from '#i18n';
import { JoinLink } from '@/components/appointments/JoinLink.tsx';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { useNow } from '@/components/ui/use-now.ts';
import { appointmentLabel } from '@/lib/core/date-labels.ts';
import { parseMoment } from '@/lib/core/dates.ts';
import { startOfDay } from '@/lib/core/due-date.ts';
import { toAppError } from '@/lib/core/errors.ts';
import { readerTimeZone } from '@/lib/core/time-zones.ts';
import type { Appointment } from '@/lib/ghl/models.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import styles from './MyDay.module.css';
import { OpenContact } from './OpenContact.tsx';
import { useContactName } from './use-contact-name.ts';

/** Appointments that do not take place. */
const OFF = new Set(['cancelled', 'invalid']);

/** The user's appointments of the location's today; nothing where there are none, or the connection may not read them. */
export function MyDay({ userId }: { readonly userId: string }) {
  const { locationId, timeZone } = useConnection();
  const now = useNow();
  const [from, until] = [startOfDay(timeZone, now), startOfDay(timeZone, now, 1)];
  const asked = from === undefined || until === undefined ? null : { locationId, userId, startTime: from, endTime: until - 1 };
  const read = useGhl('appointments.between', asked);
  const rows = useMemo(() => read.data && ofToday(read.data, timeZone), [read.data, timeZone]);
  if (read.error !== null && toAppError(read.error).code !== 'missing_scope')
    return <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  if (!rows || rows.length === 0) return null;
  return (
    <section className={styles.day} aria-label={i18n.t('tasks.myDay')}>
      <h2>{i18n.t('tasks.myDay')}</h2>
      <ul>
        {rows.map(({ appointment, start }) => (
          <DayRow key={appointment.id} appointment={appointment} start={start} />
        ))}
      </ul>
    </section>
  );
}

interface Timed {
  readonly appointment: Appointment;
  /** Epoch milliseconds. */
  readonly start: number;
}

function ofToday(appointments: readonly Appointment[], zone: string | undefined): readonly Timed[] {
  return appointments
    .flatMap((appointment) => {
      const start = parseMoment(appointment.startTime, zone);
      return start === undefined || OFF.has(appointment.appointmentStatus ?? '') ? [] : [{ appointment, start }];
    })
    .sort((a, b) => a.start - b.start);
}

function DayRow({ appointment, start }: Timed) {
  const { timeZone } = useConnection();
  const name = useContactName(appointment.contactId);
  const label = appointmentLabel(start, parseMoment(appointment.endTime, timeZone), timeZone, readerTimeZone(), dateTexts);
  return (
    <li data-row tabIndex={-1} className={styles.row}>
      <time className={styles.when} dateTime={new Date(start).toISOString()} title={label.absolute}>
        {label.text}
      </time>
      <span className={styles.words}>
        <Text>{appointment.title || i18n.t('appointments.untitled')}</Text>
        {name !== '' && (
          <span className={styles.who}>
            {' · '}
            <Text>{name}</Text>
          </span>
        )}
      </span>
      <JoinLink address={appointment.address} />
      {appointment.contactId !== undefined && <OpenContact contactId={appointment.contactId} name={name} />}
    </li>
  );
}
