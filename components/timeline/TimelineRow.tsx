import { Calendar, CheckSquare, StickyNote } from 'lucide-react';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { PendingMark } from '@/components/outbox/PendingMark.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { Target } from '@/lib/outbox/entry.ts';
import type { Pending } from '@/lib/outbox/overlay.ts';
import { timeText } from './day-text.ts';
import { TaskBox } from './TaskBox.tsx';
import styles from './Timeline.module.css';
import { TimelineDetails } from './TimelineDetails.tsx';
import type { TimelineItem, TimelineKind } from './timeline-items.ts';
import { isLate, isOffItem, titleOf } from './timeline-words.ts';

interface TimelineRowProps {
  readonly item: TimelineItem;
  readonly target: Target & { readonly contactId: string };
  readonly zone: string;
  readonly now: number;
}

const ICONS = { task: CheckSquare, note: StickyNote, appointment: Calendar } as const;

/** One thing that happened or will: when, what, and on request the rest of it. */
export function TimelineRow({ item, target, zone, now }: TimelineRowProps) {
  const [titleId, detailsId] = [useId(), useId()];
  const [isOpen, setOpen] = useState(false);
  const Icon = ICONS[item.kind];
  const pending = pendingOf(item);
  return (
    <li data-row tabIndex={-1} className={styles.row}>
      <div className={styles.line}>
        <span className={styles.time}>{item.at !== undefined && timeText(item.at, zone)}</span>
        {item.kind === 'task' ? (
          <TaskBox task={item.task} target={target} titleId={titleId} />
        ) : (
          <span className={styles.icon} title={kindName(item.kind)}>
            <Icon size={14} aria-hidden="true" />
            <span className={styles.words}>{kindName(item.kind)}</span>
          </span>
        )}
        <button
          type="button"
          className={isOffItem(item) ? `${styles.title} ${styles.off}` : styles.title}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <span id={titleId}>
            <Text>{titleOf(item)}</Text>
          </span>
          {isLate(item, now) && <span className={styles.late}> · {i18n.t('timeline.late')}</span>}
        </button>
        {pending && <PendingMark pending={pending} />}
      </div>
      {isOpen && <TimelineDetails id={detailsId} item={item} />}
    </li>
  );
}

function pendingOf(item: TimelineItem): Pending | undefined {
  switch (item.kind) {
    case 'task':
      return item.task.pending;
    case 'note':
      return item.note.pending;
    case 'appointment':
      return item.appointment.pending;
  }
}

function kindName(kind: TimelineKind): string {
  switch (kind) {
    case 'task':
      return i18n.t('timeline.task');
    case 'note':
      return i18n.t('timeline.note');
    case 'appointment':
      return i18n.t('timeline.appointment');
  }
}
