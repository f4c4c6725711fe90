import { i18n } from '#i18n';
import { JoinLink } from '@/components/appointments/JoinLink.tsx';
import { chosenStatusName } from '@/components/appointments/status-name.ts';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { RichText } from '@/components/ui/RichText.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { absoluteTime, appointmentLabel } from '@/lib/core/date-labels.ts';
import { readerTimeZone } from '@/lib/core/time-zones.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import styles from './Timeline.module.css';
import type { TimelineItem } from './timeline-items.ts';

/** The rest of a row: what it says, and its exact time. */
export function TimelineDetails({ id, item }: { readonly id: string; readonly item: TimelineItem }) {
  const { timeZone } = useConnection();
  return (
    <div id={id} className={styles.details}>
      {item.kind === 'note' && <RichText html={item.note.body} />}
      {item.kind === 'task' && item.task.body && <RichText html={item.task.body} />}
      {item.kind === 'appointment' && <AppointmentFacts item={item} zone={timeZone} />}
      {item.at !== undefined && <p className={styles.quiet}>{absoluteTime(item.at, timeZone, dateTexts)}</p>}
    </div>
  );
}

interface AppointmentFactsProps {
  readonly item: TimelineItem & { readonly kind: 'appointment' };
  readonly zone: string | undefined;
}

function AppointmentFacts({ item: { appointment, at, end }, zone }: AppointmentFactsProps) {
  return (
    <>
      <p>{at === undefined ? i18n.t('appointments.unknownTime') : appointmentLabel(at, end, zone, readerTimeZone(), dateTexts).text}</p>
      <p>
        <Text>{chosenStatusName(appointment.appointmentStatus ?? '')}</Text>
      </p>
      <JoinLink address={appointment.address} />
    </>
  );
}
