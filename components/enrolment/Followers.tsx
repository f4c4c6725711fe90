import { useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { entriesFor, overlayContact } from '@/lib/outbox/overlay.ts';
import { useMe } from '@/lib/query/acts.ts';
import { useCommitWrite, useOutbox } from '@/lib/query/outbox.ts';
import { useUsers } from '@/lib/query/users.ts';
import { AddFollower } from './AddFollower.tsx';
import styles from './Enrolment.module.css';
import { FollowerChip } from './FollowerChip.tsx';
import { userName } from './user-name.ts';

interface FollowersProps {
  readonly target: Target & { readonly contactId: string };
  readonly contact: Contact;
}

/** The users who follow the contact, as it will be once everything pending has gone. */
export function Followers({ target, contact }: FollowersProps) {
  const entries = entriesFor(useOutbox(), target.locationId, target.contactId);
  const { followers } = useMemo(() => overlayContact(contact, entries), [contact, entries]);
  const [isAdding, setAdding] = useState(false);
  const me = useMe().id;
  const users = useUsers(followers.length > 0 || isAdding);
  const write = useCommitWrite();
  // Where nobody at all is known, who follows may well be there.
  const unknown = users.length === 0 ? i18n.t('details.unlisted') : i18n.t('enrolment.unknownUser');
  const nameOf = (userId: string) => userName(users.find(({ id }) => id === userId)) || unknown;
  const set = (userId: string, follows: boolean) =>
    write.mutate({ operation: { kind: 'setFollower', userId, name: nameOf(userId), follows }, target });
  const isWaiting = (userId: string) =>
    entries.some(({ operation, state }) => operation.kind === 'setFollower' && operation.userId === userId && state !== 'sent');
  const sorted = followers.toSorted((a, b) => Number(b === me) - Number(a === me) || nameOf(a).localeCompare(nameOf(b)));
  return (
    <div className={styles.followers}>
      <h3>{i18n.t('enrolment.followers')}</h3>
      {followers.length === 0 && <span className={styles.hint}>{i18n.t('enrolment.noFollowers')}</span>}
      <ul>
        {sorted.map((id) => (
          <FollowerChip key={id} name={nameOf(id)} isMe={id === me} isWaiting={isWaiting(id)} onRemove={() => set(id, false)} />
        ))}
      </ul>
      {me !== undefined && !followers.includes(me) && (
        <Button look="link" onClick={() => set(me, true)}>
          {i18n.t('enrolment.followMe')}
        </Button>
      )}
      <AddFollower users={users} me={me} taken={followers} onVisit={() => setAdding(true)} onAdd={(id) => set(id, true)} />
      {write.error !== null && <ErrorNote error={write.error} />}
    </div>
  );
}
