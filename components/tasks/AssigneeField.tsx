import { i18n } from '#i18n';
import fields from '@/components/ui/Field.module.css';
import { displayText } from '@/lib/core/display-text.ts';
import { useUsers } from '@/lib/query/users.ts';

/** Who is to do it. `value`: a user's id, empty for nobody. */
export function AssigneeField({ value, onChange }: { readonly value: string; readonly onChange: (userId: string) => void }) {
  const users = useUsers(true);
  const isUnlisted = value !== '' && !users.some(({ id }) => id === value);
  return (
    <label className={fields.label}>
      {i18n.t('tasks.fieldAssignee')}
      <select className={fields.input} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{i18n.t('tasks.nobody')}</option>
        {isUnlisted && <option value={value}>{i18n.t('notes.byYou')}</option>}
        {users.map(({ id, name, email }) => (
          <option key={id} value={id}>
            {displayText(name || (email ?? id))}
          </option>
        ))}
      </select>
    </label>
  );
}
