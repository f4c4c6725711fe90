import { CalendarCheck, StickyNote, Tag } from 'lucide-react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import styles from './QuickAdd.module.css';

interface QuickAddProps {
  readonly onTask: () => void;
  readonly onNote: () => void;
  readonly onTag: () => void;
}

/** The three things a person adds all day, always in reach. */
export function QuickAdd({ onTask, onNote, onTag }: QuickAddProps) {
  return (
    <fieldset className={styles.quick} aria-label={i18n.t('quick.label')}>
      <Button onClick={onTask}>
        <CalendarCheck size={14} aria-hidden="true" />
        {i18n.t('quick.task')}
      </Button>
      <Button onClick={onNote}>
        <StickyNote size={14} aria-hidden="true" />
        {i18n.t('quick.note')}
      </Button>
      <Button onClick={onTag}>
        <Tag size={14} aria-hidden="true" />
        {i18n.t('quick.tag')}
      </Button>
    </fieldset>
  );
}
