import { i18n } from '#i18n';
import { errorText } from '@/components/error-texts.ts';
import { Button } from '@/components/ui/Button.tsx';
import { toAppError } from '@/lib/core/errors.ts';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';

interface TroubleProps {
  readonly error: unknown;
  /** A sentence that fits the place better than the general one. */
  readonly sentence?: string;
  /** Does again what failed. */
  readonly onRetry?: () => void;
}

/** Why something did not work, where it did not work, with the technical detail folded. */
export function Trouble({ error, sentence, onRetry }: TroubleProps) {
  const gateway = useOptionsGateway();
  const appError = toAppError(error);
  const text = errorText(appError);
  const technical = [appError.code, appError.status, appError.detail, appError.traceId].filter((fact) => fact !== undefined).join(' · ');
  return (
    <div className={styles.trouble} role="alert">
      <p>{sentence ?? text.sentence}</p>
      {text.action === 'allow_host' && (
        <Button look="link" onClick={() => void gateway.allowHost().then((allowed) => allowed && onRetry?.())}>
          {text.actionLabel}
        </Button>
      )}
      {text.action === 'retry' && onRetry && (
        <Button look="link" onClick={onRetry}>
          {text.actionLabel}
        </Button>
      )}
      <details>
        <summary>{i18n.t('ui.detail')}</summary>
        {technical}
      </details>
    </div>
  );
}
