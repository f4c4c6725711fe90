import { i18n } from '#i18n';
import fields from '@/components/ui/Field.module.css';
import { displayText } from '@/lib/core/display-text.ts';
import { useUsers } from '@/lib/query/users.ts';

interface MemberFieldProps {
  /** User ids. */
  readonly members: readonly string[];
  /** A user's id; empty: anyone. */
  readonly value: string;
  /** One has to be chosen. */
  readonly isNeeded: boolean;
  readonly onChange: (userId: string) => void;
}

/** Which team member an appointment is with. */
export function MemberField({ members, value, isNeeded, onChange }: MemberFieldProps) {
  const users = useUsers(true);
  return (
    <label className={fields.label}>
      {i18n.t('appointments.member')}
      <select className={fields.input} value={value} required={isNeeded} onChange={(event) => onChange(event.target.value)}>
        <option value="">{isNeeded ? i18n.t('appointments.chooseMember') : i18n.t('appointments.anyone')}</option>
        {members.map((id) => {
          const user = users.find((candidate) => candidate.id === id);
          return (
            <option key={id} value={id}>
              {displayText(user?.name || (user?.email ?? id))}
            </option>
          );
        })}
      </select>
    </label>
  );
}
