import { i18n } from '#i18n';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { appointmentLabel } from '@/lib/core/date-labels.ts';
import { readerTimeZone } from '@/lib/core/time-zones.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import styles from './Booking.module.css';
import type { Slot } from './slots.ts';

interface ChosenTimeProps {
  readonly id: string;
  readonly slot: Slot | undefined;
  readonly minutes: number | undefined;
}

/** The time that is about to be booked, in full: the list of times may show other days by now. */
export function ChosenTime({ id, slot, minutes }: ChosenTimeProps) {
  const { timeZone } = useConnection();
  const end = slot && minutes !== undefined ? slot.at + minutes * 60_000 : undefined;
  const label = slot && appointmentLabel(slot.at, end, timeZone, readerTimeZone(), dateTexts);
  return (
    <p id={id} className={styles.chosen} aria-live="polite" title={label?.absolute}>
      {label && i18n.t('appointments.chosen', { day: `${label.day} ${label.month}`, time: label.text })}
    </p>
  );
}
