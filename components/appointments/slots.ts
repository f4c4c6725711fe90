import { dateTexts } from '@/components/ui/date-texts.ts';
import { parseMoment } from '@/lib/core/dates.ts';
import type { FreeSlots } from '@/lib/ghl/calendar-models.ts';

/** One free time. */
export interface Slot {
  /** As HighLevel wrote it: ISO 8601 with an offset. */
  readonly value: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** "09:00" on the location's clock. */
  readonly time: string;
  /** The reader's clock, with the weekday where that is another; absent when both show the same. */
  readonly here: string | undefined;
}

export interface SlotDay {
  readonly date: string;
  /** "Mon 23 Nov". */
  readonly label: string;
  readonly slots: readonly Slot[];
}

const MINUTE = 60_000;

/** Free times by day of `zone` (the location's), earliest first; a time that can not be read is left out. */
export function slotDays(free: FreeSlots, zone: string, readerZone: string): readonly SlotDay[] {
  const days = new Map<string, SlotDay & { readonly slots: Slot[] }>();
  const all = free.flatMap(({ slots }) => slots.map((value) => ({ value, at: parseMoment(value, zone) })));
  for (const { value, at } of all.sort((a, b) => (a.at ?? 0) - (b.at ?? 0))) {
    if (at === undefined || shiftedSlot(value, 0) === undefined) continue;
    const label = text(at, zone, { weekday: 'short', day: 'numeric', month: 'short' });
    const day = days.get(label) ?? { date: value.slice(0, 10), label, slots: [] };
    day.slots.push({ value, at, time: text(at, zone, { timeStyle: 'short' }), here: timeHere(at, zone, readerZone) });
    days.set(label, day);
  }
  return [...days.values()];
}

/**
 * A slot moved on by `minutes`, in the slot's own offset and whole seconds: HighLevel refuses a start and an end that are
 * written differently. `undefined` for what is no moment with an offset.
 */
export function shiftedSlot(slot: string, minutes: number): string | undefined {
  const [, wall, offset] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)$/.exec(slot) ?? [];
  const at = Date.parse(`${wall}Z`);
  return Number.isNaN(at) ? undefined : `${new Date(at + minutes * MINUTE).toISOString().slice(0, 19)}${offset}`;
}

function timeHere(at: number, zone: string, readerZone: string): string | undefined {
  const day = (of: string) => text(at, of, { dateStyle: 'short' });
  const [there, here] = [text(at, zone, { timeStyle: 'short' }), text(at, readerZone, { timeStyle: 'short' })];
  if (day(zone) !== day(readerZone)) return `${text(at, readerZone, { weekday: 'short' })} ${here}`;
  return there === here ? undefined : here;
}

function text(at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(dateTexts.locale, { ...options, timeZone }).format(at);
}
