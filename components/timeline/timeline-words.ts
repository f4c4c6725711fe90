import { i18n } from '#i18n';
import { isOff } from '@/components/appointments/order-appointments.ts';
import { excerptOf } from '@/components/ui/rich-text-plain.ts';
import type { TimelineItem } from './timeline-items.ts';

/** What a row is called: its title, or the beginning of what it says. */
export function titleOf(item: TimelineItem): string {
  switch (item.kind) {
    case 'task':
      return item.task.title || i18n.t('tasks.untitled');
    case 'note':
      return item.note.title || excerptOf(item.note.body, 160) || i18n.t('timeline.note');
    case 'appointment':
      return item.appointment.title || i18n.t('appointments.untitled');
  }
}

/** Whether it is an open task whose time has passed. */
export function isLate(item: TimelineItem, now: number): boolean {
  return item.kind === 'task' && !item.task.completed && item.at !== undefined && item.at < now;
}

/** Whether it is over in another way than by its time: a task done, an appointment cancelled. */
export function isOffItem(item: TimelineItem): boolean {
  return (item.kind === 'task' && item.task.completed) || (item.kind === 'appointment' && isOff(item.appointment));
}
