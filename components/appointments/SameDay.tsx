import { i18n } from '#i18n';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { fromWallTime, parseMoment, toLocationWallTime } from '@/lib/core/dates.ts';
import { usableTimeZone } from '@/lib/core/time-zones.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import styles from './Booking.module.css';
import { isOff } from './order-appointments.ts';

interface SameDayProps {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly calendarId: string;
  /** Empty: of the whole calendar. */
  readonly userId: string;
  /** The appointment that is being moved. */
  readonly except?: string;
}

const DAY_MS = 86_400_000;

/** What else is booked on the day of a chosen time. Only an aid: where it can not be read, nothing is said. */
export function SameDay({ at, calendarId, userId, except }: SameDayProps) {
  const { locationId, timeZone } = useConnection();
  const zone = usableTimeZone(timeZone);
  const start = fromWallTime(`${toLocationWallTime(at, zone)?.slice(0, 10)}T00:00`, zone) ?? at;
  const of = userId === '' ? { calendarId } : { userId };
  const read = useGhl('appointments.between', { locationId, startTime: start, endTime: start + DAY_MS - 1, ...of }, { remembered: false });
  const others = (read.data ?? [])
    .filter((other) => other.id !== except && !isOff(other))
    .flatMap(({ startTime, title }) => {
      const begins = parseMoment(startTime, zone);
      return begins === undefined ? [] : [{ begins, title: title ?? '' }];
    })
    .sort((a, b) => a.begins - b.begins);
  if (others.length === 0) return null;
  const list = others.map(({ begins, title }) => `${timeIn(zone, begins)} ${title}`.trim()).join(', ');
  return (
    <p className={styles.sameDay}>
      <Phrase sentence={i18n.t('appointments.sameDay', { list: SLOT })} words={list} />
    </p>
  );
}

function timeIn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat(dateTexts.locale, { timeStyle: 'short', timeZone }).format(at);
}
