import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { hostOfOrigin } from '@/components/site/site-address.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import type { TabView } from '@/lib/contact/types.ts';
import { useGiveUp } from '@/lib/query/teach.ts';
import { AllowStep } from './AllowStep.tsx';
import { FieldsStep } from './FieldsStep.tsx';
import { SecondStep } from './SecondStep.tsx';
import styles from './Teach.module.css';
import { useTeaching } from './Teaching.tsx';
import type { Teaching } from './teaching-state.ts';

interface TeachPageProps {
  readonly tabId: number;
  readonly view: TabView;
  /** What the tab shows when nothing is being taught there. */
  readonly children: ReactNode;
}

/** The steps of teaching a page, while the tab is on the site that is taught. */
export function TeachPage({ tabId, view, children }: TeachPageProps) {
  const { teaching, end } = useTeaching(tabId);
  const giveUp = useGiveUp(tabId);
  if (teaching === undefined) return children;
  function cancel() {
    const isGivenBack = teaching?.isNew && teaching.step !== 'allow';
    giveUp(isGivenBack ? teaching.origin : undefined, teaching?.picking !== undefined);
    end();
  }
  const cancelButton = (
    <Button look="link" onClick={cancel}>
      {i18n.t('teach.cancel')}
    </Button>
  );
  if (!isThere(teaching, view))
    return (
      <>
        <Notice action={cancelButton}>
          <Phrase sentence={i18n.t('teach.elsewhere', { site: SLOT })} words={hostOfOrigin(teaching.origin ?? teaching.label ?? '')} />
        </Notice>
        {children}
      </>
    );
  return (
    <section className={styles.teach} aria-label={i18n.t('teach.title')}>
      <Step key={`${teaching.id} ${teaching.step}`} tabId={tabId} teaching={teaching} />
      <div className={styles.cancel}>{cancelButton}</div>
    </section>
  );
}

function Step({ tabId, teaching }: { readonly tabId: number; readonly teaching: Teaching }) {
  switch (teaching.step) {
    case 'allow':
      return <AllowStep tabId={tabId} origin={teaching.origin ?? ''} />;
    case 'fields':
      return <FieldsStep tabId={tabId} teaching={teaching} />;
    case 'second':
      return <SecondStep tabId={tabId} teaching={teaching} />;
  }
}

/** Whether the tab is where teaching began, or on the origin that is taught. */
function isThere({ place, origin }: Teaching, view: TabView): boolean {
  const here = view.status === 'unsupported' ? (view.origin ?? null) : view.site.id;
  return here === place || here === origin;
}
