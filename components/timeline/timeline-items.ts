import { parseMoment } from '@/lib/core/dates.ts';
import { wallTimeAt } from '@/lib/core/time-zones.ts';
import type { Appointment, Note, Task } from '@/lib/ghl/models.ts';
import type { WithPending } from '@/lib/outbox/overlay.ts';

/** `at`: epoch milliseconds, absent when there is no readable date. */
export type TimelineItem =
  | { readonly kind: 'task'; readonly at: number | undefined; readonly task: WithPending<Task> }
  | { readonly kind: 'note'; readonly at: number | undefined; readonly note: WithPending<Note> }
  | {
      readonly kind: 'appointment';
      readonly at: number | undefined;
      readonly end: number | undefined;
      readonly appointment: WithPending<Appointment>;
    };

export type TimelineKind = TimelineItem['kind'];

export interface TimelineSources {
  readonly tasks: readonly WithPending<Task>[];
  readonly notes: readonly WithPending<Note>[];
  readonly appointments: readonly WithPending<Appointment>[];
}

/** In the order in which they are shown. */
type TimelinePart = 'coming' | 'undated' | 'past';

export interface PlacedItem {
  readonly part: TimelinePart;
  readonly item: TimelineItem;
}

/**
 * Everything by date: what is to come, the next first; what has no date; then the past, the latest first. Tasks stand at
 * their due date, notes when they were written. `zone`: the location's, in which HighLevel writes appointments.
 */
export function placeItems({ tasks, notes, appointments }: TimelineSources, zone: string | undefined, now: number): readonly PlacedItem[] {
  const items: TimelineItem[] = [
    ...tasks.map((task) => ({ kind: 'task' as const, at: parseMoment(task.dueDate, zone), task })),
    ...notes.map((note) => ({ kind: 'note' as const, at: parseMoment(note.dateAdded, 'UTC'), note })),
    ...appointments.map((appointment) => ({
      kind: 'appointment' as const,
      at: parseMoment(appointment.startTime, zone),
      end: parseMoment(appointment.endTime, zone),
      appointment,
    })),
  ];
  const placed = items.map((item) => ({ part: partOf(item, now), item }));
  const inPart = (part: TimelinePart) => placed.filter((each) => each.part === part);
  const byTime = (a: PlacedItem, b: PlacedItem) => (a.item.at ?? 0) - (b.item.at ?? 0);
  return [...inPart('coming').sort(byTime), ...inPart('undated'), ...inPart('past').sort((a, b) => byTime(b, a))];
}

/** An appointment that goes on is still to come; a note is never. */
function partOf(item: TimelineItem, now: number): TimelinePart {
  if (item.at === undefined) return 'undated';
  const until = item.kind === 'appointment' ? Math.max(item.end ?? item.at, item.at) : item.at;
  return until > now && item.kind !== 'note' ? 'coming' : 'past';
}

export interface TimelineDay {
  readonly part: TimelinePart;
  /** Epoch milliseconds of one moment of the day; absent where there is no date. */
  readonly at: number | undefined;
  readonly items: readonly TimelineItem[];
}

/** Placed items under their days on `zone`'s calendar. */
export function groupByDay(placed: readonly PlacedItem[], zone: string): readonly TimelineDay[] {
  const days: { part: TimelinePart; day: number | undefined; at: number | undefined; items: TimelineItem[] }[] = [];
  for (const { part, item } of placed) {
    const day = item.at === undefined ? undefined : dayNumber(item.at, zone);
    const last = days.at(-1);
    if (last?.part === part && last.day === day) last.items.push(item);
    else days.push({ part, day, at: item.at, items: [item] });
  }
  return days;
}

const DAY_MS = 24 * 60 * 60_000;

/** The day of `zone`'s calendar on which a moment is, counted from 1 January 1970. */
export function dayNumber(ms: number, zone: string): number {
  const wall = wallTimeAt(ms, zone);
  return wall ? Date.UTC(wall.year, wall.month - 1, wall.day) / DAY_MS : 0;
}

/** HighLevel's id, or the outbox's while HighLevel has none; unique among items of one kind. */
export function idOf(item: TimelineItem): string {
  switch (item.kind) {
    case 'task':
      return item.task.id;
    case 'note':
      return item.note.id;
    case 'appointment':
      return item.appointment.id;
  }
}
