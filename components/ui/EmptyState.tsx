import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** One line where there is nothing, with the next act beside it when there is one. */
export function EmptyState({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
