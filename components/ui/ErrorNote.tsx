import { i18n } from '#i18n';
import { errorText } from '@/components/error-texts.ts';
import { toAppError } from '@/lib/core/errors.ts';
import { useAllowWriting, useBrowserActs } from '@/lib/query/acts.ts';
import { Button } from './Button.tsx';
import styles from './ErrorNote.module.css';

interface ErrorNoteProps {
  readonly error: unknown;
  /** Does again what failed. */
  readonly onRetry?: (() => void) | undefined;
}

/** Why something did not work, in one sentence with one act; the technical detail is folded. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  const appError = toAppError(error);
  const { sentence, actionLabel } = errorText(appError);
  const act = useAct(errorText(appError).action, onRetry);
  const technical = [appError.code, appError.status, appError.detail, appError.traceId].filter((fact) => fact !== undefined).join(' · ');
  return (
    <div className={styles.note} role="alert">
      <p>
        {sentence}{' '}
        {act && (
          <Button look="link" onClick={act}>
            {actionLabel}
          </Button>
        )}
      </p>
      <details>
        <summary>{i18n.t('ui.detail')}</summary>
        {technical}
      </details>
    </div>
  );
}

/** What the error's button does here; `undefined` when there is nothing to do. Signing in and permissions live in the options. */
function useAct(action: ReturnType<typeof errorText>['action'], onRetry: (() => void) | undefined): (() => void) | undefined {
  const { openOptions } = useBrowserActs();
  const allow = useAllowWriting();
  switch (action) {
    case 'retry':
    case 'refresh':
      return onRetry;
    case 'connect':
    case 'reconnect':
    case 'allow_host':
      return openOptions;
    case 'allow_writing':
      return () => allow.mutate();
    case 'open_existing':
    case 'none':
      return undefined;
  }
}
