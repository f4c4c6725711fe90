import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Field } from '@/components/ui/Field.tsx';
import type { Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import { AskOnce } from './AskOnce.tsx';
import { campaignIdIn } from './campaign-id.ts';
import styles from './Enrolment.module.css';

/** Puts the contact into a campaign or takes it out. HighLevel lists no campaigns, so that one is named by its address. */
export function Campaigns({ target }: { readonly target: Target & { readonly contactId: string } }) {
  const [pasted, setPasted] = useState('');
  const [isAsking, setAsking] = useState(false);
  const write = useCommitWrite();
  const campaignId = campaignIdIn(pasted);
  function change(text: string) {
    setPasted(text);
    setAsking(false);
  }
  function set(isIn: boolean) {
    if (campaignId === undefined) return;
    setAsking(false);
    write.mutate({ operation: { kind: 'setCampaign', campaignId, isIn }, target });
  }
  return (
    <details className={styles.folded}>
      <summary>{i18n.t('enrolment.campaigns')}</summary>
      <div className={styles.body}>
        <p className={styles.hint}>{i18n.t('enrolment.campaignHint')}</p>
        <Field label={i18n.t('enrolment.campaign')} value={pasted} autoComplete="off" spellCheck={false} onText={change} />
        {pasted.trim() !== '' && campaignId === undefined && (
          <p className={styles.problem} aria-live="polite">
            {i18n.t('enrolment.campaignUnread')}
          </p>
        )}
        <div className={styles.acts}>
          <Button disabled={campaignId === undefined} onClick={() => setAsking(true)}>
            {i18n.t('enrolment.campaignAdd')}
          </Button>
          <Button disabled={campaignId === undefined} onClick={() => set(false)}>
            {i18n.t('enrolment.campaignRemove')}
          </Button>
        </div>
        {isAsking && (
          <AskOnce
            question={i18n.t('enrolment.campaignQuestion')}
            yes={i18n.t('enrolment.campaignYes')}
            onYes={() => set(true)}
            onNo={() => setAsking(false)}
          />
        )}
        {write.error !== null && <ErrorNote error={write.error} />}
      </div>
    </details>
  );
}
