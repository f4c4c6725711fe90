import { CalendarPlus, ListChecks, StickyNote, Tag } from 'lucide-react';
import { i18n } from '#i18n';
import { useKeyAction, useKeyActions } from '@/components/keyboard/KeyActions.tsx';
import { Button } from '@/components/ui/Button.tsx';
import styles from './QuickAdd.module.css';

interface QuickAddProps {
  readonly onTask: () => void;
  readonly onNote: () => void;
  readonly onTag: () => void;
}

/** What a person adds all day, always in reach. */
export function QuickAdd({ onTask, onNote, onTag }: QuickAddProps) {
  const { run } = useKeyActions();
  useKeyAction('note', onNote);
  return (
    <fieldset className={styles.quick} aria-label={i18n.t('quick.label')}>
      <Button onClick={onTask}>
        <ListChecks size={14} aria-hidden="true" />
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
      <Button onClick={() => run('appointment')}>
        <CalendarPlus size={14} aria-hidden="true" />
        {i18n.t('quick.appointment')}
      </Button>
    </fieldset>
  );
}
