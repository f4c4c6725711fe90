import type { ReactNode } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  /** The region's name. */
  readonly name: string;
  /** A few words after the name, such as "3 open". */
  readonly count?: string | undefined;
  /** The section's one quiet act. */
  readonly action?: ReactNode;
  /** The name is known to screen readers only. */
  readonly isBare?: boolean;
  readonly children: ReactNode;
}

/** One part of the panel's single scroll. */
export function Section({ name, count, action, isBare = false, children }: SectionProps) {
  return (
    <section aria-label={name} className={styles.section}>
      {!isBare && (
        <div className={styles.head}>
          <h2>{name}</h2>
          {count !== undefined && <span className={styles.count}>{count}</span>}
          {action !== undefined && <span className={styles.action}>{action}</span>}
        </div>
      )}
      {children}
    </section>
  );
}
