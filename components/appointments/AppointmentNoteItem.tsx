import { Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { PendingMark } from '@/components/outbox/PendingMark.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import fields from '@/components/ui/Field.module.css';
import { RichText } from '@/components/ui/RichText.tsx';
import { relativeTime } from '@/lib/core/date-labels.ts';
import { parseMoment } from '@/lib/core/dates.ts';
import type { AppointmentNote } from '@/lib/ghl/calendar-models.ts';
import type { Operation, Target } from '@/lib/outbox/entry.ts';
import type { WithPending } from '@/lib/outbox/overlay.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import styles from './Booking.module.css';

interface AppointmentNoteItemProps {
  readonly note: WithPending<AppointmentNote>;
  readonly appointmentId: string;
  readonly target: Target;
  readonly now: number;
}

/** One note of an appointment, edited in its place. */
export function AppointmentNoteItem({ note, appointmentId, target, now }: AppointmentNoteItemProps) {
  /** What was read when the editing began, and what it is to be. */
  const [edit, setEdit] = useState<{ from: string; to: string } | null>(null);
  const write = useCommitWrite();
  const of = { appointmentId, noteId: note.id };
  const isThere = !note.id.startsWith('pending:');
  const at = parseMoment(note.dateAdded, 'UTC');
  const commit = (operation: Operation) => write.mutate({ operation, target }, { onSuccess: () => setEdit(null) });
  function save(event: FormEvent) {
    event.preventDefault();
    const to = edit?.to.trim() ?? '';
    if (edit === null || to === '' || write.isPending) return;
    if (to === edit.from) setEdit(null);
    else
      commit({
        kind: 'updateAppointmentNote',
        ...of,
        changes: [{ field: 'body', label: i18n.t('appointments.newNote'), from: edit.from, to }],
      });
  }
  return (
    <li className={styles.note}>
      {edit === null ? (
        <RichText html={note.body} />
      ) : (
        <EditNote text={edit.to} onText={(to) => setEdit({ ...edit, to })} onSave={save} onDrop={() => setEdit(null)} />
      )}
      <div className={styles.meta}>
        {at !== undefined && <time dateTime={new Date(at).toISOString()}>{relativeTime(at, now, dateTexts)}</time>}
        {note.pending && <PendingMark pending={note.pending} />}
        {isThere && edit === null && (
          <span className={styles.noteActs}>
            <Button look="icon" aria-label={i18n.t('appointments.editNote')} onClick={() => setEdit({ from: note.body, to: note.body })}>
              <Pencil size={14} aria-hidden="true" />
            </Button>
            <Button
              look="icon"
              aria-label={i18n.t('appointments.deleteNote')}
              onClick={() => commit({ kind: 'deleteAppointmentNote', ...of, excerpt: note.body.slice(0, 80) })}
            >
              <Trash2 size={14} aria-hidden="true" />
            </Button>
          </span>
        )}
      </div>
      {write.error !== null && <ErrorNote error={write.error} />}
    </li>
  );
}

interface EditNoteProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSave: (event: FormEvent) => void;
  readonly onDrop: () => void;
}

const focus = (element: HTMLElement | null) => element?.focus();

function EditNote({ text, onText, onSave, onDrop }: EditNoteProps) {
  return (
    <form onSubmit={onSave} onKeyDown={(event) => event.key === 'Escape' && onDrop()}>
      <textarea
        ref={focus}
        className={`${fields.input} ${fields.area}`}
        rows={2}
        aria-label={i18n.t('appointments.editNote')}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" look="main" disabled={text.trim() === ''}>
          {i18n.t('appointments.save')}
        </Button>
        <Button onClick={onDrop}>{i18n.t('appointments.close')}</Button>
      </div>
    </form>
  );
}
