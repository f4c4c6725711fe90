import { useMemo } from 'react';
import { i18n } from '#i18n';
import { EmptyState } from '@/components/ui/EmptyState.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Section } from '@/components/ui/Section.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { useNow } from '@/components/ui/use-now.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { AppointmentRow } from './AppointmentRow.tsx';
import styles from './Appointments.module.css';
import { NextAppointment } from './NextAppointment.tsx';
import { type OrderedAppointments, orderAppointments } from './order-appointments.ts';

/** When the contact comes next, and when they came before. */
export function AppointmentsSection({ contactId }: { readonly contactId: string }) {
  const { timeZone } = useConnection();
  const read = useGhl('appointments.ofContact', { contactId });
  const now = useNow();
  const ordered = useMemo(() => read.data && orderAppointments(read.data, timeZone, now), [read.data, timeZone, now]);
  return (
    <Section name={i18n.t('appointments.title')} count={ordered && countOf(ordered)}>
      <ReadState read={read} data={ordered} skeleton={<Skeleton look="block" rows={1} />}>
        {({ next, coming, untimed, past }) => (
          <>
            {next && <NextAppointment item={next} />}
            {coming.length + untimed.length > 0 && (
              <ul>
                {[...coming, ...untimed].map((item) => (
                  <AppointmentRow key={item.appointment.id} item={item} />
                ))}
              </ul>
            )}
            {next === undefined && coming.length + untimed.length === 0 && (
              <EmptyState>{past.length > 0 ? i18n.t('appointments.nothingComing') : i18n.t('appointments.empty')}</EmptyState>
            )}
            {past.length > 0 && (
              <details className={styles.past}>
                <summary>{i18n.t('appointments.past', past.length)}</summary>
                <ul>
                  {past.map((item) => (
                    <AppointmentRow key={item.appointment.id} item={item} />
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </ReadState>
    </Section>
  );
}

function countOf({ next, coming }: OrderedAppointments): string | undefined {
  const count = coming.length + (next ? 1 : 0);
  return count > 0 ? i18n.t('appointments.coming', count) : undefined;
}
