import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly tone?: 'plain' | 'warning';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A slim line under the header: one sentence, one act. */
export function Notice({ tone = 'plain', children, action }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`}>
      <div className={styles.words}>{children}</div>
      {action}
    </div>
  );
}
