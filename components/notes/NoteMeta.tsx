import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { PendingMark } from '@/components/outbox/PendingMark.tsx';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { Text } from '@/components/ui/Text.tsx';
import { absoluteTime, relativeTime } from '@/lib/core/date-labels.ts';
import { parseMoment } from '@/lib/core/dates.ts';
import type { Note } from '@/lib/ghl/models.ts';
import type { WithPending } from '@/lib/outbox/overlay.ts';
import styles from './Notes.module.css';

interface NoteMetaProps {
  readonly note: WithPending<Note>;
  readonly author: string;
  readonly now: number;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** Who wrote a note and when, and where its change is. */
export function NoteMeta({ note, author, now, children }: NoteMetaProps) {
  return (
    <div className={styles.foot}>
      <div className={styles.meta}>
        {note.pinned && <span>{i18n.t('notes.pinned')}</span>}
        {author !== '' && <Text>{author}</Text>}
        <When written={note.dateAdded} now={now} />
        {note.pending && <PendingMark pending={note.pending} />}
      </div>
      {children}
    </div>
  );
}

function When({ written, now }: { readonly written: string | undefined; readonly now: number }) {
  const at = parseMoment(written, 'UTC');
  if (at === undefined) return null;
  return (
    <time dateTime={new Date(at).toISOString()} title={absoluteTime(at, undefined, dateTexts)}>
      {relativeTime(at, now, dateTexts)}
    </time>
  );
}
