import { type ReactNode, useId } from 'react';
import styles from './options.module.css';

interface OptionSectionProps {
  readonly title: string;
  /** What this is about, in a sentence or two. */
  readonly about: string;
  readonly children: ReactNode;
}

/** One topic of the options: what it is beside what can be set. */
export function OptionSection({ title, about, children }: OptionSectionProps) {
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.topic}>
        <h2 id={heading}>{title}</h2>
        <p>{about}</p>
      </div>
      <div className={styles.settings}>{children}</div>
    </section>
  );
}
