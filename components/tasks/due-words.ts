import { i18n } from '#i18n';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { dueMoment } from '@/lib/core/due-date.ts';
import { zoneCity } from '@/lib/core/time-zones.ts';

/** "Fri 27 Nov, 15:00, New York time". `at`: epoch milliseconds. */
export function dueMeaning(at: number, zone: string): string {
  const day = format(at, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const time = format(at, zone, { timeStyle: 'short' });
  return i18n.t('tasks.due', { date: `${day.replace(',', '')}, ${time}`, zone: zoneCity(zone) });
}

/** A due date as somebody might have typed it: what `readDuePhrase` reads back. Empty for none. */
export function dueWords(value: string, zone: string): string {
  const at = dueMoment(value, zone);
  if (at === undefined) return '';
  const parts = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  return `${parts.format(at).replace(',', '')}, ${time.format(at)}`;
}

function format(at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(dateTexts.locale, { ...options, timeZone }).format(at);
}
