import { ChevronDown, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import styles from './TaskRow.module.css';

interface TaskRowActsProps {
  readonly title: string;
  readonly onEdit: (() => void) | undefined;
  readonly onDelete: (() => void) | undefined;
  /** Its details, where it has some: whether they are open, and what opens and closes them. */
  readonly details: { readonly id: string; readonly isOpen: boolean; readonly toggle: () => void } | undefined;
  readonly children?: ReactNode;
}

/** What can be done with a task, beside completing it. */
export function TaskRowActs({ title, onEdit, onDelete, details, children }: TaskRowActsProps) {
  return (
    <span className={styles.acts}>
      {details && (
        <Button
          look="icon"
          aria-label={i18n.t('tasks.read', { title })}
          aria-expanded={details.isOpen}
          aria-controls={details.id}
          onClick={details.toggle}
        >
          <ChevronDown size={14} aria-hidden="true" className={details.isOpen ? styles.turned : undefined} />
        </Button>
      )}
      {children}
      {onEdit && (
        <Button look="icon" aria-label={i18n.t('tasks.edit', { title })} onClick={onEdit}>
          <Pencil size={14} aria-hidden="true" />
        </Button>
      )}
      {onDelete && (
        <Button look="icon" aria-label={i18n.t('tasks.delete', { title })} onClick={onDelete}>
          <Trash2 size={14} aria-hidden="true" />
        </Button>
      )}
    </span>
  );
}
