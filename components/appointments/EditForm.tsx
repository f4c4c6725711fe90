import { type FormEvent, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Field } from '@/components/ui/Field.tsx';
import type { Appointment } from '@/lib/ghl/models.ts';
import type { FieldChange, Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import { useUsers } from '@/lib/query/users.ts';
import styles from './Booking.module.css';
import { MemberField } from './MemberField.tsx';

interface EditFormProps {
  readonly appointment: Appointment;
  readonly target: Target;
  readonly onDone: () => void;
}

/** What an appointment is about, where, and with whom. Only what was changed is written. */
export function EditForm({ appointment, target, onDone }: EditFormProps) {
  // As they were when the form opened: what is read meanwhile must not become what the person saw.
  const [opened] = useState({ appointment, target, values: valuesOf(appointment) });
  const [values, setValues] = useState(opened.values);
  const write = useCommitWrite();
  const users = useUsers(true);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { id, title = '' } = opened.appointment;
  const changes = changesOf(opened.values, values);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (write.isPending) return;
    if (changes.length === 0) onDone();
    else
      write.mutate(
        { operation: { kind: 'updateAppointment', appointmentId: id, title, changes }, target: opened.target },
        { onSuccess: onDone },
      );
  }
  const put = (field: keyof Values) => (value: string) => setValues({ ...values, [field]: value });
  return (
    <form
      className={styles.form}
      aria-label={i18n.t('appointments.edit')}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <Field ref={first} label={i18n.t('appointments.fieldTitle')} value={values.title} autoComplete="off" onText={put('title')} />
      <Field label={i18n.t('appointments.place')} value={values.address} autoComplete="off" onText={put('address')} />
      <MemberField
        members={[...new Set([values.assignedUserId, ...users.map((user) => user.id)])].filter(Boolean)}
        value={values.assignedUserId}
        isNeeded={opened.values.assignedUserId !== ''}
        onChange={put('assignedUserId')}
      />
      {write.error !== null && <ErrorNote error={write.error} />}
      <div className={styles.acts}>
        <Button type="submit" look="main" disabled={write.isPending}>
          {i18n.t('appointments.save')}
        </Button>
        <Button onClick={onDone}>{i18n.t('appointments.close')}</Button>
      </div>
    </form>
  );
}

type Values = ReturnType<typeof valuesOf>;

function valuesOf({ title = '', address = '', assignedUserId = '' }: Appointment) {
  return { title, address, assignedUserId };
}

function changesOf(before: Values, after: Values): FieldChange[] {
  const labels = {
    title: i18n.t('appointments.fieldTitle'),
    address: i18n.t('appointments.place'),
    assignedUserId: i18n.t('appointments.member'),
  };
  const fields = ['title', 'address', 'assignedUserId'] as const;
  return fields
    .filter((field) => before[field] !== after[field].trim())
    .map((field) => ({ field, label: labels[field], from: before[field] || null, to: after[field].trim() || null }));
}
