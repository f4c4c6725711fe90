import { i18n } from '#i18n';
import type { DateTexts } from '@/lib/core/date-labels.ts';

/** The words around dates, for the functions of `lib/core/date-labels.ts`. */
export const dateTexts: DateTexts = {
  locale: i18n.t('dates.locale'),
  justNow: i18n.t('dates.justNow'),
  minutesLate: (count) => i18n.t('dates.minutesLate', count),
  hoursLate: (count) => i18n.t('dates.hoursLate', count),
  daysLate: (count) => i18n.t('dates.daysLate', count),
  today: (time) => i18n.t('dates.today', { time }),
  tomorrow: (time) => i18n.t('dates.tomorrow', { time }),
  minutes: (count) => i18n.t('dates.minutes', count),
  hours: (count) => i18n.t('dates.hours', count),
  days: (count) => i18n.t('dates.days', count),
  asOf: (age) => i18n.t('dates.asOf', { age }),
  appointment: (time, city, here) => i18n.t('dates.appointment', { time, city, here }),
};
