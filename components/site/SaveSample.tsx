import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { useSaveSample } from '@/lib/query/sites.ts';
import styles from './Site.module.css';

interface SaveSampleProps {
  readonly tabId: number;
  /** Says what is in the file only when asked for: for places where nothing is wrong. */
  readonly isBrief?: boolean;
}

/** Makes a file of the page's structure, for people who mend Alongside; it goes nowhere by itself. */
export function SaveSample({ tabId, isBrief = false }: SaveSampleProps) {
  const saving = useSaveSample(tabId);
  return (
    <div className={styles.sample}>
      <Button look="link" disabled={saving.isPending} title={i18n.t('sample.what')} onClick={() => saving.mutate()}>
        {i18n.t('sample.save')}
      </Button>
      {!isBrief && <p>{i18n.t('sample.what')}</p>}
      <p role="status">{saving.data !== undefined && <Phrase sentence={i18n.t('sample.saved', { file: SLOT })} words={saving.data} />}</p>
      {saving.error !== null && <ErrorNote error={saving.error} onRetry={() => saving.mutate()} />}
    </div>
  );
}
