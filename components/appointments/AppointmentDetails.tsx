import { useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { RichText } from '@/components/ui/RichText.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { FieldChange, Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import { useUsers } from '@/lib/query/users.ts';
import { AppointmentActs } from './AppointmentActs.tsx';
import { AppointmentNotes } from './AppointmentNotes.tsx';
import styles from './Booking.module.css';
import { EditForm } from './EditForm.tsx';
import { MoveForm } from './MoveForm.tsx';
import { isOver, type TimedAppointment } from './order-appointments.ts';

interface AppointmentDetailsProps {
  readonly item: TimedAppointment;
  readonly target: Target & { readonly contactId: string };
  readonly now: number;
}

/** An opened appointment: with whom and where, what can be done, and its notes. */
export function AppointmentDetails({ item, target, now }: AppointmentDetailsProps) {
  const { appointment } = item;
  const [form, setForm] = useState<'move' | 'edit' | null>(null);
  const write = useCommitWrite();
  const users = useUsers(appointment.assignedUserId !== undefined);
  const member = users.find(({ id }) => id === appointment.assignedUserId)?.name;
  const of = { appointmentId: appointment.id, title: appointment.title ?? '' };
  const update = (changes: FieldChange[]) => write.mutate({ operation: { kind: 'updateAppointment', ...of, changes }, target });
  const close = () => setForm(null);
  return (
    <div className={styles.details}>
      <Facts member={member} place={appointment.address} about={appointment.notes} />
      <AppointmentActs
        appointment={appointment}
        isPast={isOver(item, now)}
        onStatus={(to) =>
          update([{ field: 'appointmentStatus', label: i18n.t('appointments.status'), from: appointment.appointmentStatus ?? null, to }])
        }
        onMove={() => setForm('move')}
        onEdit={() => setForm('edit')}
        onDelete={() => write.mutate({ operation: { kind: 'deleteAppointment', ...of }, target })}
      />
      {form === 'move' && appointment.calendarId !== undefined && (
        <MoveForm item={item} calendarId={appointment.calendarId} target={target} onDone={close} />
      )}
      {form === 'edit' && <EditForm appointment={appointment} target={target} onDone={close} />}
      {write.error !== null && <ErrorNote error={write.error} />}
      <AppointmentNotes appointmentId={appointment.id} target={target} now={now} />
    </div>
  );
}

interface FactsProps {
  readonly member: string | undefined;
  readonly place: string | undefined;
  /** May hold HTML. */
  readonly about: string | undefined;
}

function Facts({ member, place, about }: FactsProps) {
  const facts = [
    [i18n.t('appointments.member'), member],
    [i18n.t('appointments.place'), place],
  ].filter(([, value]) => value);
  return (
    <>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Text>{value ?? ''}</Text>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {about && <RichText html={about} />}
    </>
  );
}
