import { type RefObject, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { useKeyAction } from '@/components/keyboard/KeyActions.tsx';
import { EmptyState } from '@/components/ui/EmptyState.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Section } from '@/components/ui/Section.tsx';
import { ShowMore } from '@/components/ui/ShowMore.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import type { Note } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { entriesFor, overlayNotes } from '@/lib/outbox/overlay.ts';
import { useOutbox } from '@/lib/query/outbox.ts';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { GoneNoteEdits } from './GoneNoteEdits.tsx';
import { NewNote } from './NewNote.tsx';
import { NoteList } from './NoteList.tsx';
import { orderNotes } from './order-notes.ts';
import { useEditedNotes } from './use-edited-notes.ts';
import { useReopenNote } from './use-reopen-note.ts';

interface NotesSectionProps {
  readonly target: Target & { readonly contactId: string };
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Notes that are drawn before the person asks for more: a contact may have a thousand. */
const FIRST = 20;

/** What people wrote about the contact, pinned first. */
export function NotesSection({ target, field }: NotesSectionProps) {
  const { locationId, contactId } = target;
  const read = useGhl('notes.list', { contactId });
  const entries = useOutbox();
  const [limit, setLimit] = useState(FIRST);
  const edited = useEditedNotes(target);
  useReopenNote(target, read.data);
  useKeyAction('note', () => field.current?.focus());
  const notes = useMemo(
    () => read.data && orderNotes(overlayNotes(read.data, entriesFor(entries, locationId, contactId))),
    [read.data, entries, locationId, contactId],
  );
  return (
    <Section name={i18n.t('notes.title')} count={notes && notes.length > 0 ? String(notes.length) : undefined}>
      <NewNote target={target} field={field} />
      <ReadState read={read} data={notes} skeleton={<Skeleton rows={4} />}>
        {(all) => {
          // A note under change is on screen, however old it is.
          const shown = Math.max(limit, 1 + all.findLastIndex(({ id }: Note) => edited.has(id)));
          return (
            <>
              <GoneNoteEdits target={target} notes={read.data ?? []} />
              {all.length === 0 ? (
                <EmptyState>{i18n.t('notes.empty')}</EmptyState>
              ) : (
                <NoteList notes={all.slice(0, shown)} target={target} />
              )}
              <ShowMore
                shown={shown}
                total={all.length}
                words={(more) => i18n.t('notes.showMore', more, { total: String(all.length - shown) })}
                onMore={setLimit}
              />
            </>
          );
        }}
      </ReadState>
    </Section>
  );
}
