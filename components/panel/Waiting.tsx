import { type ReactNode, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { StillFor } from '@/components/drafts/StillFor.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import styles from './Panel.module.css';

interface WaitingProps {
  readonly sentence?: string;
  /** Said when it takes long: why it may, and what to do. */
  readonly afterAWhile?: string;
  /** Stands under those words. */
  readonly act?: ReactNode;
}

const A_WHILE_MS = 5_000;

/** Nobody is known yet, so nobody is shown. */
export function Waiting({ sentence = i18n.t('panel.loading'), afterAWhile, act }: WaitingProps) {
  const isLong = useIsLong();
  return (
    <>
      <StillFor contactId={undefined} recordId={undefined} />
      <section className={styles.waiting} aria-label={sentence}>
        {isLong && afterAWhile !== undefined && (
          <div className={styles.state}>
            <h1>{sentence}</h1>
            <p role="status">{afterAWhile}</p>
            {act}
          </div>
        )}
        <Skeleton rows={2} />
        <Skeleton look="chips" rows={3} />
        <Skeleton rows={4} />
        <Skeleton look="block" rows={1} />
      </section>
    </>
  );
}

function useIsLong(): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), A_WHILE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLong;
}
