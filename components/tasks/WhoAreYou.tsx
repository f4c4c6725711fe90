import { i18n } from '#i18n';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import fields from '@/components/ui/Field.module.css';
import { displayText } from '@/lib/core/display-text.ts';
import { useUsersRead } from '@/lib/query/users.ts';

/** HighLevel does not say whose token it is: the person says so once per location. */
export function WhoAreYou({ onChoose }: { readonly onChoose: (userId: string) => void }) {
  const { users, error } = useUsersRead(true);
  if (error !== null) return <ErrorNote error={error} />;
  return (
    <label className={fields.label}>
      {i18n.t('tasks.whoAreYou')}
      <select className={fields.input} value="" onChange={(event) => event.target.value !== '' && onChoose(event.target.value)}>
        <option value="">{i18n.t('tasks.choosePerson')}</option>
        {users.map(({ id, name, email }) => (
          <option key={id} value={id}>
            {displayText(name || (email ?? id))}
          </option>
        ))}
      </select>
    </label>
  );
}
