import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import fields from '@/components/ui/Field.module.css';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import type { Target } from '@/lib/outbox/entry.ts';
import { entriesFor, overlayAppointmentNotes } from '@/lib/outbox/overlay.ts';
import { useMe } from '@/lib/query/acts.ts';
import { useCommitWrite, useOutbox } from '@/lib/query/outbox.ts';
import { useGhlList } from '@/lib/query/use-ghl.ts';
import { AppointmentNoteItem } from './AppointmentNoteItem.tsx';
import styles from './Booking.module.css';

interface AppointmentNotesProps {
  readonly appointmentId: string;
  readonly target: Target & { readonly contactId: string };
  readonly now: number;
}

/** What was written about one appointment: HighLevel keeps it apart from the contact's notes. */
export function AppointmentNotes({ appointmentId, target, now }: AppointmentNotesProps) {
  const read = useGhlList('appointmentNotes.list', { appointmentId });
  const entries = entriesFor(useOutbox(), target.locationId, target.contactId);
  const notes = read.data && overlayAppointmentNotes(read.data.rows, entries, appointmentId);
  return (
    <ReadState read={read} data={notes} skeleton={<Skeleton rows={1} />}>
      {(found) => (
        <>
          {found.length > 0 && (
            <ul aria-label={i18n.t('appointments.notes')}>
              {found.map((note) => (
                <AppointmentNoteItem key={note.id} note={note} appointmentId={appointmentId} target={target} now={now} />
              ))}
            </ul>
          )}
          {read.data?.isCut && <p className={fields.hint}>{i18n.t('ui.cut', read.data.rows.length)}</p>}
          <NewNote appointmentId={appointmentId} target={target} />
        </>
      )}
    </ReadState>
  );
}

function NewNote({ appointmentId, target }: Pick<AppointmentNotesProps, 'appointmentId' | 'target'>) {
  const [text, setText] = useState('');
  const { id: me } = useMe();
  const write = useCommitWrite();
  function submit(event: FormEvent) {
    event.preventDefault();
    const body = text.trim();
    if (body === '' || write.isPending) return;
    const operation = { kind: 'createAppointmentNote', appointmentId, body, ...(me === undefined ? {} : { userId: me }) } as const;
    write.mutate({ operation, target }, { onSuccess: () => setText('') });
  }
  return (
    <form className={styles.newNote} onSubmit={submit}>
      <textarea
        className={`${fields.input} ${fields.area}`}
        rows={1}
        aria-label={i18n.t('appointments.newNote')}
        placeholder={i18n.t('appointments.newNote')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" look="link" disabled={text.trim() === '' || write.isPending}>
        {i18n.t('appointments.addNote')}
      </Button>
      {write.error !== null && <ErrorNote error={write.error} />}
    </form>
  );
}
