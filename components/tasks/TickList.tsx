import { i18n } from '#i18n';
import fields from '@/components/ui/Field.module.css';
import type { PlannedLine } from './planned-tasks.ts';
import styles from './TickList.module.css';

interface TickListProps {
  readonly lines: readonly PlannedLine[];
  readonly onChange: (lines: readonly PlannedLine[]) => void;
}

/** Lines of a text: what is ticked becomes a task, under the title that stands here. */
export function TickList({ lines, onChange }: TickListProps) {
  const change = (id: number, changed: Partial<PlannedLine>) =>
    onChange(lines.map((line) => (line.id === id ? { ...line, ...changed } : line)));
  return (
    <ul className={styles.list}>
      {lines.map(({ id, title, isTicked }) => (
        <li key={id} className={styles.line}>
          <input
            type="checkbox"
            aria-label={i18n.t('tasks.makeTick', { number: String(id + 1) })}
            checked={isTicked}
            onChange={(event) => change(id, { isTicked: event.target.checked })}
          />
          <input
            className={fields.input}
            aria-label={i18n.t('tasks.makeTitle', { number: String(id + 1) })}
            value={title}
            autoComplete="off"
            disabled={!isTicked}
            onChange={(event) => change(id, { title: event.target.value })}
          />
        </li>
      ))}
    </ul>
  );
}
