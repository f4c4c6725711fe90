import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import styles from './Booking.module.css';

interface AskFirstProps {
  readonly label: string;
  readonly question: string;
  readonly onYes: () => void;
}

/** Whoever asked by keyboard goes on where the question appears. */
const focus = (element: HTMLElement | null) => element?.focus();

/** A button whose act is asked about once more. */
export function AskFirst({ label, question, onYes }: AskFirstProps) {
  const [state, setState] = useState<'quiet' | 'asking' | 'back'>('quiet');
  const id = useId();
  if (state !== 'asking') {
    return (
      <Button ref={state === 'back' ? focus : null} look="link" onClick={() => setState('asking')}>
        {label}
      </Button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in place of the question
    <span role="group" aria-labelledby={id} className={styles.question}>
      <span id={id}>{question}</span>
      <span className={styles.acts}>
        <Button ref={focus} onClick={onYes}>
          {label}
        </Button>
        <Button look="link" onClick={() => setState('back')}>
          {i18n.t('appointments.keep')}
        </Button>
      </span>
    </span>
  );
}
