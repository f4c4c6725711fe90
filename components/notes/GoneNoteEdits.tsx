import { i18n } from '#i18n';
import { useDrafts } from '@/components/drafts/Drafts.tsx';
import { hasText, keyOf, type NoteEditDraft } from '@/components/drafts/draft.ts';
import { previewOf } from '@/components/drafts/draft-text.ts';
import { CopyDraft } from '@/components/drafts/OtherDraft.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { Note } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import styles from './Notes.module.css';

interface GoneNoteEditsProps {
  readonly target: Target;
  /** Every note there is. */
  readonly notes: readonly Note[];
}

/** What was typed into notes that are no longer there: it can be taken along. */
export function GoneNoteEdits({ target: { locationId, contactId }, notes }: GoneNoteEditsProps) {
  const { all, drop } = useDrafts();
  const isGone = (draft: NoteEditDraft) =>
    draft.target.locationId === locationId && draft.target.contactId === contactId && !notes.some(({ id }) => id === draft.noteId);
  const gone = all.filter((draft) => draft.kind === 'noteEdit').filter((draft) => hasText(draft) && isGone(draft));
  return gone.map((draft) => (
    <Notice
      key={keyOf(draft)}
      tone="warning"
      action={
        <span className={styles.answers}>
          <CopyDraft draft={draft} />
          <Button look="link" onClick={() => drop(draft)}>
            {i18n.t('drafts.discard')}
          </Button>
        </span>
      }
    >
      <strong>{i18n.t('notes.gone')}</strong>
      <p className={styles.clamped}>
        <Text>{previewOf(draft)}</Text>
      </p>
    </Notice>
  ));
}
