import { i18n } from '#i18n';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { wallTimeAt } from '@/lib/core/time-zones.ts';
import { dayNumber } from './timeline-items.ts';

/** A day as a heading: "Today", "Tomorrow", "Yesterday", "Thu 26 Nov", "Fri 26 Nov 2027". */
export function dayText(at: number, zone: string, now: number): string {
  switch (dayNumber(at, zone) - dayNumber(now, zone)) {
    case 0:
      return i18n.t('timeline.today');
    case 1:
      return i18n.t('timeline.tomorrow');
    case -1:
      return i18n.t('timeline.yesterday');
  }
  const isThisYear = wallTimeAt(at, zone)?.year === wallTimeAt(now, zone)?.year;
  const options: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone };
  return new Intl.DateTimeFormat(dateTexts.locale, isThisYear ? options : { ...options, year: 'numeric' }).format(at);
}

/** The time of day on `zone`'s clock. */
export function timeText(at: number, zone: string): string {
  return new Intl.DateTimeFormat(dateTexts.locale, { timeStyle: 'short', timeZone: zone }).format(at);
}
