import { i18n } from '#i18n';
import { useNow } from '@/components/ui/use-now.ts';
import type { Note } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import type { WithPending } from '@/lib/outbox/overlay.ts';
import { useMe } from '@/lib/query/acts.ts';
import { useUsers } from '@/lib/query/users.ts';
import { NoteItem } from './NoteItem.tsx';
import styles from './Notes.module.css';

interface NoteListProps {
  readonly notes: readonly WithPending<Note>[];
  readonly target: Target & { readonly contactId: string };
}

/** Notes with the names of their authors, which come after the notes themselves. */
export function NoteList({ notes, target }: NoteListProps) {
  const users = useUsers(notes.some(({ userId }) => userId !== undefined));
  const { id: me } = useMe();
  const now = useNow();
  function authorOf({ userId }: Note): string {
    if (userId === undefined) return '';
    return userId === me ? i18n.t('notes.byYou') : (users.find(({ id }) => id === userId)?.name ?? '');
  }
  return (
    <ul className={styles.list}>
      {notes.map((note) => (
        <NoteItem key={note.id} note={note} target={target} author={authorOf(note)} now={now} />
      ))}
    </ul>
  );
}
