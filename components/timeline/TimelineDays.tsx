import { Fragment } from 'react';
import { i18n } from '#i18n';
import type { Target } from '@/lib/outbox/entry.ts';
import { dayText } from './day-text.ts';
import styles from './Timeline.module.css';
import { TimelineRow } from './TimelineRow.tsx';
import { idOf, type TimelineDay } from './timeline-items.ts';

interface TimelineDaysProps {
  readonly days: readonly TimelineDay[];
  readonly target: Target & { readonly contactId: string };
  /** The location's. */
  readonly zone: string;
  readonly now: number;
}

/** Rows under their days; what is to come has a heading of its own. */
export function TimelineDays({ days, target, zone, now }: TimelineDaysProps) {
  return days.map(({ part, at, items }, index) => (
    <Fragment key={`${part} ${at === undefined ? '' : dayText(at, zone, now)}`}>
      {part === 'coming' && index === 0 && <h3 className={styles.coming}>{i18n.t('timeline.coming')}</h3>}
      {part === 'past' && index > 0 && days[index - 1]?.part !== 'past' && <hr className={styles.now} />}
      <h4 className={styles.day}>{at === undefined ? i18n.t('timeline.undated') : dayText(at, zone, now)}</h4>
      <ul>
        {items.map((item) => (
          <TimelineRow key={`${item.kind} ${idOf(item)}`} item={item} target={target} zone={zone} now={now} />
        ))}
      </ul>
    </Fragment>
  ));
}
