import { ListChecks, type LucideIcon, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import styles from './Notes.module.css';

interface NoteActsProps {
  readonly isPinned: boolean;
  /** The beginning of the note: all rows' acts have the same names. */
  readonly about: string;
  readonly onTasks: () => void;
  readonly onPin: () => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** What can be done with a note; with the pointer or the focus on it, and always in the keyboard's order. */
export function NoteActs({ isPinned, about, onTasks, onPin, onEdit, onDelete }: NoteActsProps) {
  const act = (icon: LucideIcon, name: string, onClick: () => void) => <Act icon={icon} name={name} about={about} onClick={onClick} />;
  return (
    <span className={styles.acts}>
      {act(ListChecks, i18n.t('notes.tasks'), onTasks)}
      {act(isPinned ? PinOff : Pin, isPinned ? i18n.t('notes.unpin') : i18n.t('notes.pin'), onPin)}
      {act(Pencil, i18n.t('notes.edit'), onEdit)}
      {act(Trash2, i18n.t('notes.delete'), onDelete)}
    </span>
  );
}

interface ActProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly about: string;
  readonly onClick: () => void;
}

/** The press keeps what is selected in the note: tasks may be made of just that. */
function Act({ icon: Icon, name, about, onClick }: ActProps) {
  return (
    <Button
      look="icon"
      aria-label={name}
      aria-description={about}
      title={name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <Icon size={14} aria-hidden="true" />
    </Button>
  );
}
