import { AlarmClock } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { isInHighLevel, type TaskLine } from './group-tasks.ts';
import { OpenContact } from './OpenContact.tsx';
import { Snooze } from './Snooze.tsx';
import { TaskRow } from './TaskRow.tsx';
import { useContactName } from './use-contact-name.ts';
import type { TaskActs } from './use-task-acts.ts';

/** One of the reader's tasks, with whom it is for: what is done here is done for that contact. */
export function MyTaskRow({ line, acts }: { readonly line: TaskLine; readonly acts: TaskActs }) {
  const { task } = line;
  const { contactId } = task;
  const name = useContactName(contactId, task.contactName);
  const locationId = useLocationId();
  const [isSnoozing, setSnoozing] = useState(false);
  if (contactId === undefined) return <TaskRow line={line} onToggle={undefined} />;
  const target: Target = { locationId, contactId, shownAs: name };
  const title = displayText(task.title || i18n.t('tasks.untitled'));
  function postpone(at: number) {
    acts.postpone(task, target, at);
    setSnoozing(false);
  }
  return (
    <TaskRow
      line={line}
      who={name}
      onToggle={(completed) => acts.toggle(task, target, completed)}
      acts={
        <>
          {isInHighLevel(task) && !task.completed && (
            <Button
              look="icon"
              aria-label={i18n.t('tasks.snoozeOf', { title })}
              title={i18n.t('tasks.snooze')}
              aria-expanded={isSnoozing}
              onClick={() => setSnoozing(!isSnoozing)}
            >
              <AlarmClock size={14} aria-hidden="true" />
            </Button>
          )}
          <OpenContact contactId={contactId} name={name} />
        </>
      }
      below={isSnoozing && <Snooze title={title} onChoose={postpone} onCancel={() => setSnoozing(false)} />}
    />
  );
}
