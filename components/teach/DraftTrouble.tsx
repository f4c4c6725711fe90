import { i18n } from '#i18n';
import { fieldList } from '@/components/site/field-names.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import type { useDraftRule } from '@/lib/query/teach.ts';
import styles from './Teach.module.css';

interface DraftTroubleProps {
  readonly draft: Pick<ReturnType<typeof useDraftRule>, 'data' | 'error'>;
  readonly onLookAgain: () => void;
  readonly onRetry: () => void;
}

/** Why what was chosen does not hold on the very record where it was chosen. */
export function DraftTrouble({ draft: { data, error }, onLookAgain, onRetry }: DraftTroubleProps) {
  if (error !== null) return <ErrorNote error={error} onRetry={onRetry} />;
  if (data?.moved)
    return (
      <p role="alert" className={styles.problem}>
        {i18n.t('teach.fields.moved')}{' '}
        <Button look="link" onClick={onLookAgain}>
          {i18n.t('teach.fields.lookAgain')}
        </Button>
      </p>
    );
  if (data === undefined || data.lost.length === 0) return null;
  return (
    <p role="alert" className={styles.problem}>
      {i18n.t('teach.fields.lost', { fields: fieldList(data.lost) })}
    </p>
  );
}
