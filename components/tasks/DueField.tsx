import { CalendarDays } from 'lucide-react';
import { useId, useRef } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import fields from '@/components/ui/Field.module.css';
import { toLocationWallTime } from '@/lib/core/dates.ts';
import { zoneCity } from '@/lib/core/time-zones.ts';
import styles from './DueField.module.css';
import { dueMeaning } from './due-words.ts';
import type { DueText } from './use-due-text.ts';

/** When a task is due: typed, with what that means below it, or picked from a calendar. */
export function DueField({ due, label = i18n.t('tasks.fieldDue') }: { readonly due: DueText; readonly label?: string | undefined }) {
  const [id, hintId] = [useId(), useId()];
  const picker = useRef<HTMLInputElement>(null);
  const isWrong = due.problem !== undefined;
  return (
    <div>
      <label className={fields.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className={fields.input}
          autoComplete="off"
          spellCheck={false}
          value={due.text}
          aria-describedby={hintId}
          aria-invalid={isWrong}
          onChange={(event) => due.type(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        <Button look="icon" className={styles.open} title={i18n.t('tasks.duePick')} onClick={() => picker.current?.showPicker()}>
          <CalendarDays size={16} aria-hidden="true" />
          <span className={styles.unseen}>{i18n.t('tasks.duePick')}</span>
        </Button>
        <input
          ref={picker}
          className={styles.picker}
          type="datetime-local"
          tabIndex={-1}
          aria-hidden="true"
          value={due.at === undefined ? '' : (toLocationWallTime(due.at, due.zone) ?? '')}
          onChange={(event) => due.pick(event.target.value)}
        />
      </div>
      <p id={hintId} aria-live="polite" className={isWrong ? fields.problem : fields.hint}>
        {hint(due)}
      </p>
    </div>
  );
}

function hint({ problem, at, zone, isPlain }: DueText): string {
  if (problem === 'unclear') return i18n.t('tasks.dueUnclear');
  if (problem === 'past') return i18n.t('tasks.duePast');
  return at === undefined || isPlain ? i18n.t('tasks.zone', { zone: zoneCity(zone) }) : dueMeaning(at, zone);
}
