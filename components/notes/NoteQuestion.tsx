import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import styles from './Notes.module.css';
import type { NoteOpening } from './note-edit.ts';

interface NoteQuestionProps {
  readonly opening: NoteOpening;
  readonly onEdit: () => void;
  readonly onLeave: () => void;
}

/** Said before a note is edited that would not keep all it has, or that can not be edited here. */
export function NoteQuestion({ opening: { draft, losses }, onEdit, onLeave }: NoteQuestionProps) {
  const parts = new Intl.ListFormat(dateTexts.locale).format(losses);
  const act = (
    <span className={styles.answers}>
      {draft && (
        <Button look="link" onClick={onEdit}>
          {i18n.t('notes.editAnyway')}
        </Button>
      )}
      <Button look="link" onClick={onLeave}>
        {i18n.t('notes.cancel')}
      </Button>
    </span>
  );
  return (
    <div role="alert">
      <Notice tone="warning" action={act}>
        {draft ? i18n.t('notes.loses', { parts }) : i18n.t('notes.tooLong')}
      </Notice>
    </div>
  );
}
