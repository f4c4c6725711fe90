import type { DateTexts } from '@/lib/core/date-labels.ts';

/** Plain words for tests of dates, so that they do not depend on the locale file. */
export const plainTexts: DateTexts = {
  locale: 'en-GB',
  justNow: 'just now',
  minutesLate: (count) => `${count} min late`,
  hoursLate: (count) => `${count} h late`,
  daysLate: (count) => `${count} days late`,
  today: (time) => `Today ${time}`,
  tomorrow: (time) => `Tomorrow ${time}`,
  minutes: (count) => `${count} min`,
  hours: (count) => `${count} h`,
  days: (count) => `${count} d`,
  asOf: (age) => `as of ${age}`,
  appointment: (time, city, here) => `${time} ${city}, ${here} here`,
};
