import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import styles from './Teach.module.css';

/** Whoever goes on by keyboard or by ear goes on at the new step. */
const focus = (element: HTMLElement | null) => element?.focus();

/** What a step is about, and how far it is. */
export function StepHeading({ step, children }: { readonly step: 1 | 2 | 3; readonly children: ReactNode }) {
  return (
    <div className={styles.head}>
      <h1 ref={focus} tabIndex={-1}>
        {children}
      </h1>
      <span className={styles.count}>{i18n.t('teach.step', { step: String(step) })}</span>
    </div>
  );
}
