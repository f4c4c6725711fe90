import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { dueInDays } from '@/lib/core/due-date.ts';
import { usableTimeZone } from '@/lib/core/time-zones.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useServices } from '@/lib/query/services.tsx';
import { DueField } from './DueField.tsx';
import { dueMeaning } from './due-words.ts';
import styles from './Snooze.module.css';
import { useDueText } from './use-due-text.ts';
import { useReturnFocus } from './use-form-focus.ts';

interface SnoozeProps {
  /** The task's. */
  readonly title: string;
  /** `at`: epoch milliseconds. */
  readonly onChoose: (at: number) => void;
  readonly onCancel: () => void;
}

const HOUR_MS = 3_600_000;
const WEEK_DAYS = 7;

/** Puts a task off: to one of three usual times, or to any that is typed. */
export function Snooze({ title, onChoose, onCancel }: SnoozeProps) {
  const { now } = useServices().gateway;
  const zone = usableTimeZone(useConnection().timeZone);
  const [value, setValue] = useState('');
  const due = useDueText({ value, zone, onChange: setValue });
  const [opened] = useState(now);
  const offers = [
    { label: i18n.t('tasks.snoozeHour'), at: opened + HOUR_MS },
    { label: i18n.t('tasks.snoozeTomorrow'), at: dueInDays(zone, opened, 1) },
    { label: i18n.t('tasks.snoozeWeek'), at: dueInDays(zone, opened, WEEK_DAYS) },
  ];
  const asked = useRef<Promise<string>>(undefined);
  const form = useRef<HTMLFormElement>(null);
  useReturnFocus(form);
  function submit(event: FormEvent) {
    event.preventDefault();
    const coming = due.coming();
    if (coming !== undefined && asked.current !== coming) {
      asked.current = coming;
      void coming.then((read) => read !== '' && onChoose(Date.parse(read)));
    }
    if (coming === undefined && due.at !== undefined) onChoose(due.at);
  }
  return (
    <form
      ref={form}
      className={styles.snooze}
      aria-label={i18n.t('tasks.snoozeOf', { title })}
      onSubmit={submit}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && onCancel()}
    >
      <div className={styles.offers}>
        {offers.map(({ label, at }) => (
          <Button key={label} title={dueMeaning(at, zone)} onClick={() => onChoose(at)}>
            {label}
          </Button>
        ))}
      </div>
      <DueField due={due} label={i18n.t('tasks.snoozeUntil')} />
      <div className={styles.offers}>
        <Button type="submit" look="main" disabled={due.text.trim() === ''}>
          {i18n.t('tasks.snooze')}
        </Button>
        <Button onClick={onCancel}>{i18n.t('tasks.cancel')}</Button>
      </div>
    </form>
  );
}
