import { i18n } from '#i18n';
import { errorText } from '@/components/error-texts.ts';
import { toAppError } from '@/lib/core/errors.ts';
import { useMaybeConnection } from '@/lib/query/connection.tsx';
import { Button } from './Button.tsx';
import styles from './ErrorNote.module.css';
import { useErrorAct } from './use-error-act.ts';

interface ErrorNoteProps {
  readonly error: unknown;
  /** Does again what failed. */
  readonly onRetry?: (() => void) | undefined;
}

/** Why something did not work, in one sentence with one act; the technical detail is folded. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  const kind = useMaybeConnection()?.kind;
  const appError = toAppError(error);
  const { sentence, action, actionLabel } = errorText(appError, kind);
  const { act, isPending, failure } = useErrorAct(action, onRetry);
  const technical = [appError.code, appError.status, appError.detail, appError.traceId].filter((fact) => fact !== undefined).join(' · ');
  return (
    <div className={styles.note} role="alert">
      <p>
        {sentence}{' '}
        {act && (
          <Button look="link" disabled={isPending} onClick={act}>
            {actionLabel}
          </Button>
        )}
      </p>
      {failure !== null && <p>{errorText(toAppError(failure), kind).sentence}</p>}
      <details>
        <summary>{i18n.t('ui.detail')}</summary>
        {technical}
      </details>
    </div>
  );
}
