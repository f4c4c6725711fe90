import { type RefObject, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { EmptyState } from '@/components/ui/EmptyState.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Section } from '@/components/ui/Section.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { parseMoment } from '@/lib/core/dates.ts';
import type { Note } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { entriesFor, overlayNotes, type WithPending } from '@/lib/outbox/overlay.ts';
import { useOutbox } from '@/lib/query/outbox.ts';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { NewNote } from './NewNote.tsx';
import { NoteList } from './NoteList.tsx';

interface NotesSectionProps {
  readonly target: Target & { readonly contactId: string };
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Notes that are drawn before the person asks for the rest: a contact may have hundreds. */
const FIRST = 20;

/** What people wrote about the contact, pinned first. */
export function NotesSection({ target, field }: NotesSectionProps) {
  const { locationId, contactId } = target;
  const read = useGhl('notes.list', { contactId });
  const entries = useOutbox();
  const [showsAll, setShowsAll] = useState(false);
  const notes = useMemo(
    () => read.data && ordered(overlayNotes(read.data, entriesFor(entries, locationId, contactId))),
    [read.data, entries, locationId, contactId],
  );
  return (
    <Section name={i18n.t('notes.title')} count={notes && notes.length > 0 ? String(notes.length) : undefined}>
      <NewNote target={target} field={field} />
      <ReadState read={read} data={notes} skeleton={<Skeleton rows={4} />}>
        {(all) => (
          <>
            {all.length === 0 ? (
              <EmptyState>{i18n.t('notes.empty')}</EmptyState>
            ) : (
              <NoteList notes={showsAll ? all : all.slice(0, FIRST)} />
            )}
            {!showsAll && all.length > FIRST && (
              <Button look="link" onClick={() => setShowsAll(true)}>
                {i18n.t('notes.all', all.length)}
              </Button>
            )}
          </>
        )}
      </ReadState>
    </Section>
  );
}

function ordered(notes: readonly WithPending<Note>[]): readonly WithPending<Note>[] {
  return [...notes].sort((a, b) => Number(b.pinned) - Number(a.pinned) || time(b) - time(a));
}

function time({ dateAdded }: Note): number {
  return parseMoment(dateAdded, 'UTC') ?? 0;
}
