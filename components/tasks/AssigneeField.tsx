import { i18n } from '#i18n';
import fields from '@/components/ui/Field.module.css';
import { displayText } from '@/lib/core/display-text.ts';
import { useMe } from '@/lib/query/acts.ts';
import { useUsers } from '@/lib/query/users.ts';

interface AssigneeFieldProps {
  /** A user's id, empty for nobody. */
  readonly value: string;
  readonly onChange: (userId: string) => void;
  readonly label?: string | undefined;
}

/** Who is to do it. */
export function AssigneeField({ value, onChange, label = i18n.t('tasks.fieldAssignee') }: AssigneeFieldProps) {
  const users = useUsers(true);
  const { id: me } = useMe();
  const isUnlisted = value !== '' && !users.some(({ id }) => id === value);
  return (
    <label className={fields.label}>
      {label}
      <select className={fields.input} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{i18n.t('tasks.nobody')}</option>
        {isUnlisted && <option value={value}>{value === me ? i18n.t('notes.byYou') : i18n.t('details.unlisted')}</option>}
        {users.map(({ id, name, email }) => (
          <option key={id} value={id}>
            {displayText(name || (email ?? id))}
          </option>
        ))}
      </select>
    </label>
  );
}
