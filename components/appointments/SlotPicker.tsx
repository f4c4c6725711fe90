import { useId } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { dateTexts } from '@/components/ui/date-texts.ts';
import fields from '@/components/ui/Field.module.css';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { readerTimeZone, usableTimeZone, zoneCity } from '@/lib/core/time-zones.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import styles from './Booking.module.css';
import type { Slot, SlotDay } from './slots.ts';
import { useFreeSlots } from './use-free-slots.ts';

interface SlotPickerProps {
  readonly calendarId: string;
  /** Empty: of the whole team. */
  readonly userId: string;
  readonly chosen: Slot | undefined;
  readonly onChoose: (slot: Slot) => void;
}

/** A calendar's free times by day, on the location's clock with the reader's beside it. */
export function SlotPicker({ calendarId, userId, chosen, onChoose }: SlotPickerProps) {
  const { read, days, from, until, isFirst, earlier, later } = useFreeSlots(calendarId, userId);
  const zone = usableTimeZone(useConnection().timeZone);
  const group = useId();
  return (
    <div role="radiogroup" aria-label={i18n.t('appointments.freeTimes')} className={styles.picker}>
      {zone !== readerTimeZone() && <p className={fields.hint}>{i18n.t('appointments.zones', { zone: zoneCity(zone) })}</p>}
      <ReadState read={read} data={days} skeleton={<Skeleton look="block" rows={2} />}>
        {(shown) => (
          <div className={styles.times}>
            {shown.length === 0 && <p>{i18n.t('appointments.noFreeTimes', { from: dayText(from, zone), until: dayText(until, zone) })}</p>}
            {shown.map((day) => (
              <Day key={day.label} day={day} group={group} chosen={chosen} onChoose={onChoose} />
            ))}
          </div>
        )}
      </ReadState>
      <div className={styles.pages}>
        <Button look="link" disabled={isFirst} onClick={earlier}>
          {i18n.t('appointments.earlier')}
        </Button>
        <Button look="link" disabled={days === undefined} onClick={later}>
          {i18n.t('appointments.later')}
        </Button>
      </div>
    </div>
  );
}

interface DayProps extends Pick<SlotPickerProps, 'chosen' | 'onChoose'> {
  readonly day: SlotDay;
  readonly group: string;
}

function Day({ day, group, chosen, onChoose }: DayProps) {
  return (
    <fieldset className={styles.day}>
      <legend>{day.label}</legend>
      {day.slots.map((slot) => (
        <label key={slot.value} className={styles.slot}>
          <input type="radio" name={group} value={slot.value} checked={slot.at === chosen?.at} onChange={() => onChoose(slot)} />
          {slot.time} {slot.here !== undefined && <small>{i18n.t('appointments.here', { time: slot.here })}</small>}
        </label>
      ))}
    </fieldset>
  );
}

function dayText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(dateTexts.locale, { day: 'numeric', month: 'short', timeZone }).format(at);
}
