import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { useMe } from '@/lib/query/acts.ts';
import { useUsers } from '@/lib/query/users.ts';
import { MyDay } from './MyDay.tsx';
import { MyTaskList } from './MyTaskList.tsx';
import styles from './Tasks.module.css';
import { WhoAreYou } from './WhoAreYou.tsx';

/** The reader's own open tasks, overdue first: what the panel shows where there is no contact. */
export function MyTasks() {
  const me = useMe();
  const [isChanging, setChanging] = useState(false);
  const asks = me.isKnown && (me.id === undefined || isChanging);
  const choose = (userId: string) => {
    me.choose(userId);
    setChanging(false);
  };
  return (
    <div className={styles.mine}>
      <div className={styles.mineHead}>
        <h1>{i18n.t('tasks.mine')}</h1>
        {me.id !== undefined && !isChanging && <Me userId={me.id} onChange={() => setChanging(true)} />}
      </div>
      {asks && (
        <>
          <p>{i18n.t('tasks.whyWho')}</p>
          <WhoAreYou onChoose={choose} />
        </>
      )}
      {me.id !== undefined && !isChanging && (
        <>
          <MyDay key={`day ${me.id}`} userId={me.id} />
          <MyTaskList key={me.id} userId={me.id} />
        </>
      )}
    </div>
  );
}

/** Whose tasks these are, and a way to say that it is somebody else's panel. */
function Me({ userId, onChange }: { readonly userId: string; readonly onChange: () => void }) {
  const name = useUsers(true).find(({ id }) => id === userId)?.name;
  return (
    <span className={styles.me}>
      {name}{' '}
      <Button look="link" onClick={onChange}>
        {i18n.t('tasks.notMe')}
      </Button>
    </span>
  );
}
