import { i18n } from '#i18n';
import styles from './Timeline.module.css';
import type { TimelineKind } from './timeline-items.ts';

interface KindChipsProps {
  readonly kinds: readonly TimelineKind[];
  readonly onChange: (kinds: readonly TimelineKind[]) => void;
}

/** What the timeline shows, each kind on or off. */
export function KindChips({ kinds, onChange }: KindChipsProps) {
  const chip = (kind: TimelineKind, name: string) => {
    const isOn = kinds.includes(kind);
    return (
      <button
        type="button"
        className={styles.chip}
        aria-pressed={isOn}
        onClick={() => onChange(isOn ? kinds.filter((other) => other !== kind) : [...kinds, kind])}
      >
        {name}
      </button>
    );
  };
  return (
    <fieldset className={styles.chips} aria-label={i18n.t('timeline.show')}>
      {chip('task', i18n.t('timeline.tasks'))}
      {chip('note', i18n.t('timeline.notes'))}
      {chip('appointment', i18n.t('timeline.appointments'))}
    </fieldset>
  );
}
