import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import styles from './Enrolment.module.css';

interface AskOnceProps {
  readonly question: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Who asked by keyboard goes on here, on the safe side. */
const focus = (element: HTMLElement | null) => element?.focus();

/** A question before something that may reach the contact. */
export function AskOnce({ question, yes, onYes, onNo }: AskOnceProps) {
  return (
    <fieldset className={styles.question}>
      <legend>{question}</legend>
      <div className={styles.acts}>
        <Button onClick={onYes}>{yes}</Button>
        <Button ref={focus} look="link" onClick={onNo}>
          {i18n.t('enrolment.keep')}
        </Button>
      </div>
    </fieldset>
  );
}
