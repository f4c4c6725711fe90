import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import type { Appointment } from '@/lib/ghl/models.ts';
import { AskFirst } from './AskFirst.tsx';
import styles from './Booking.module.css';
import { isOff } from './order-appointments.ts';
import { StatusField } from './StatusField.tsx';

interface AppointmentActsProps {
  readonly appointment: Appointment;
  /** It is over: it can not be moved or called off any more. */
  readonly isPast: boolean;
  readonly onStatus: (status: string) => void;
  readonly onMove: () => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** What can be done with an appointment. */
export function AppointmentActs({ appointment, isPast, onStatus, onMove, onEdit, onDelete }: AppointmentActsProps) {
  const isOn = !isPast && !isOff(appointment);
  return (
    <div className={styles.acts}>
      <StatusField status={appointment.appointmentStatus} onChange={onStatus} />
      {isOn && appointment.calendarId !== undefined && (
        <Button look="link" onClick={onMove}>
          {i18n.t('appointments.reschedule')}
        </Button>
      )}
      <Button look="link" onClick={onEdit}>
        {i18n.t('appointments.edit')}
      </Button>
      {isOn && (
        <AskFirst label={i18n.t('appointments.cancel')} question={i18n.t('appointments.askCancel')} onYes={() => onStatus('cancelled')} />
      )}
      <AskFirst label={i18n.t('appointments.delete')} question={i18n.t('appointments.askDelete')} onYes={onDelete} />
    </div>
  );
}
