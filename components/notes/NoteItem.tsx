import { useMemo, useRef, useState } from 'react';
import { useDrafts } from '@/components/drafts/Drafts.tsx';
import { draftKey } from '@/components/drafts/draft.ts';
import { MakeTasks } from '@/components/tasks/MakeTasks.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { excerptOf, plainText } from '@/components/ui/rich-text-plain.ts';
import { Text } from '@/components/ui/Text.tsx';
import type { Note } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import type { WithPending } from '@/lib/outbox/overlay.ts';
import { NoteActs } from './NoteActs.tsx';
import { NoteBody } from './NoteBody.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteMeta } from './NoteMeta.tsx';
import { NoteQuestion } from './NoteQuestion.tsx';
import styles from './Notes.module.css';
import { selectedTextIn } from './selected-text.ts';
import { useNoteActs } from './use-note-acts.ts';

interface NoteItemProps {
  readonly note: WithPending<Note>;
  readonly target: Target & { readonly contactId: string };
  readonly author: string;
  readonly now: number;
}

/** One note: its text, who wrote it when, and what can be done with it. */
export function NoteItem({ note, target, author, now }: NoteItemProps) {
  const row = useRef<HTMLLIElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const excerpt = useMemo(() => excerptOf(note.body), [note.body]);
  const acts = useNoteActs(note, target);
  const [tasksOf, setTasksOf] = useState<string>();
  const draft = useDrafts().get(draftKey('noteEdit', target, note.id));
  // A new one has an id of the outbox until HighLevel has it.
  const isInHighLevel = !note.id.startsWith('pending:');
  function remove() {
    const next = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
    acts.remove();
    if (next instanceof HTMLElement) next.focus();
  }
  return (
    <li ref={row} data-row tabIndex={-1} className={styles.note}>
      {draft?.kind === 'noteEdit' ? (
        <NoteEditor draft={draft} />
      ) : (
        <>
          {note.title && (
            <h3>
              <Text>{note.title}</Text>
            </h3>
          )}
          <NoteBody ref={body} html={note.body} />
          <NoteMeta note={note} author={author} now={now}>
            {isInHighLevel && (
              <NoteActs
                isPinned={note.pinned}
                about={excerpt}
                onTasks={() => setTasksOf(selectedTextIn(body.current) || plainText(note.body))}
                onPin={acts.pin}
                onEdit={acts.edit}
                onDelete={remove}
              />
            )}
          </NoteMeta>
        </>
      )}
      {acts.asking && <NoteQuestion opening={acts.asking} onEdit={acts.editAnyway} onLeave={acts.leave} />}
      {acts.error !== null && <ErrorNote error={acts.error} />}
      {tasksOf !== undefined && <MakeTasks target={target} text={tasksOf} onDone={() => setTasksOf(undefined)} />}
    </li>
  );
}
