import { i18n } from '#i18n';
import fields from '@/components/ui/Field.module.css';
import { displayText } from '@/lib/core/display-text.ts';
import type { User } from '@/lib/ghl/models.ts';
import styles from './Enrolment.module.css';
import { userName } from './user-name.ts';

interface AddFollowerProps {
  readonly users: readonly User[];
  readonly me: string | undefined;
  /** User ids who follow already. */
  readonly taken: readonly string[];
  /** The person has come here: the users are read now. */
  readonly onVisit: () => void;
  readonly onAdd: (userId: string) => void;
}

/** Adds a user of the location, oneself first in the list. */
export function AddFollower({ users, me, taken, onVisit, onAdd }: AddFollowerProps) {
  const others = users.filter(({ id }) => !taken.includes(id)).toSorted((a, b) => Number(b.id === me) - Number(a.id === me));
  return (
    <select
      className={`${fields.input} ${styles.addFollower}`}
      aria-label={i18n.t('enrolment.followOther')}
      value=""
      onFocus={onVisit}
      onPointerDown={onVisit}
      onChange={(event) => event.target.value !== '' && onAdd(event.target.value)}
    >
      <option value="">{i18n.t('enrolment.followOther')}</option>
      {others.map((user) => (
        <option key={user.id} value={user.id}>
          {user.id === me ? i18n.t('enrolment.you', { name: displayText(userName(user)) }) : displayText(userName(user))}
        </option>
      ))}
    </select>
  );
}
