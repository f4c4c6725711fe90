import { i18n } from '#i18n';
import { hostOfOrigin } from '@/components/site/site-address.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { useAllowOrigin } from '@/lib/query/teach.ts';
import { StepHeading } from './StepHeading.tsx';
import styles from './Teach.module.css';
import { useTeaching } from './Teaching.tsx';

/** The first step: this one site may be read. */
export function AllowStep({ tabId, origin }: { readonly tabId: number; readonly origin: string }) {
  const { change } = useTeaching(tabId);
  const asking = useAllowOrigin();
  return (
    <>
      <StepHeading step={1}>{i18n.t('teach.allow.title')}</StepHeading>
      <p>
        <Phrase sentence={i18n.t('teach.allow.what', { site: SLOT })} words={hostOfOrigin(origin)} />
      </p>
      <Button look="main" disabled={asking.isPending} onClick={() => asking.allow(origin, () => change({ step: 'fields' }))}>
        {i18n.t('teach.allow.button')}
      </Button>
      {asking.isRefused && (
        <p role="alert" className={styles.problem}>
          <Phrase sentence={i18n.t('site.refused', { site: SLOT })} words={hostOfOrigin(origin)} />
        </p>
      )}
      {asking.error !== null && <ErrorNote error={asking.error} />}
    </>
  );
}
