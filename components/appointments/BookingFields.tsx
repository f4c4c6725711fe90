import { type ReactNode, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import fields from '@/components/ui/Field.module.css';
import { Field } from '@/components/ui/Field.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Calendar } from '@/lib/ghl/calendar-models.ts';
import type { Booking } from './booking.ts';
import { MemberField } from './MemberField.tsx';

interface BookingFieldsProps {
  readonly calendars: readonly Calendar[];
  readonly calendar: Calendar;
  readonly booking: Booking;
  /** HighLevel wants to be told who. */
  readonly needsMember: boolean;
  readonly onChange: (changed: Partial<Booking>) => void;
  /** The times, between who and what. */
  readonly children: ReactNode;
}

/** Which calendar, who, when and what about. */
export function BookingFields({ calendars, calendar, booking, needsMember, onChange, children }: BookingFieldsProps) {
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <>
      <label className={fields.label}>
        {i18n.t('appointments.calendar')}
        <select
          ref={first}
          className={fields.input}
          value={calendar.id}
          onChange={(event) => onChange({ calendarId: event.target.value, userId: '' })}
        >
          {calendars.map(({ id, name }) => (
            <option key={id} value={id}>
              {displayText(name || id)}
            </option>
          ))}
        </select>
      </label>
      {calendar.teamMembers.length > 1 && (
        <MemberField
          members={calendar.teamMembers}
          value={booking.userId}
          isNeeded={needsMember}
          onChange={(userId) => onChange({ userId })}
        />
      )}
      {children}
      <Field
        label={i18n.t('appointments.fieldTitle')}
        value={booking.title}
        placeholder={displayText(calendar.name)}
        autoComplete="off"
        onText={(title) => onChange({ title })}
      />
      <label className={fields.label}>
        {i18n.t('appointments.description')}
        <textarea
          className={`${fields.input} ${fields.area}`}
          rows={2}
          value={booking.description}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      </label>
    </>
  );
}
