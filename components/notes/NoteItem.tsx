import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { PendingMark } from '@/components/outbox/PendingMark.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { RichText } from '@/components/ui/RichText.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { absoluteTime, relativeTime } from '@/lib/core/date-labels.ts';
import { parseMoment } from '@/lib/core/dates.ts';
import type { Note } from '@/lib/ghl/models.ts';
import type { WithPending } from '@/lib/outbox/overlay.ts';
import styles from './Notes.module.css';
import { useIsClamped } from './use-is-clamped.ts';

interface NoteItemProps {
  readonly note: WithPending<Note>;
  readonly author: string;
  readonly now: number;
}

/** One note: its text, and who wrote it when. A long one opens on request. */
export function NoteItem({ note, author, now }: NoteItemProps) {
  const [isOpen, setOpen] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const isClamped = useIsClamped(body, note.body);
  return (
    <li className={styles.note}>
      {note.title && (
        <h3>
          <Text>{note.title}</Text>
        </h3>
      )}
      <div ref={body} className={isOpen ? styles.open : styles.clamped}>
        <RichText html={note.body} />
      </div>
      {(isClamped || isOpen) && (
        <Button look="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? i18n.t('notes.less') : i18n.t('notes.more')}
        </Button>
      )}
      <div className={styles.meta}>
        {note.pinned && <span>{i18n.t('notes.pinned')}</span>}
        {author !== '' && <Text>{author}</Text>}
        <When written={note.dateAdded} now={now} />
        {note.pending && <PendingMark pending={note.pending} />}
      </div>
    </li>
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
