import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import styles from './ContactHeader.module.css';
import { MatchReasonText } from './MatchReasonText.tsx';
import { PageReasons } from './PageReasons.tsx';
import type { ContactSource } from './source.ts';
import { WrongMatch } from './WrongMatch.tsx';

/** Why this is the page's contact, and what to do when it is not. */
export function MatchLine({ source: { page, reasons, reason } }: { readonly source: ContactSource }) {
  const [isExplained, setExplained] = useState(false);
  const [isDoubted, setDoubted] = useState(false);
  const isNews = reason.kind === 'moved';
  return (
    <>
      <div className={isNews ? `${styles.why} ${styles.news}` : styles.why} role={isNews ? 'status' : undefined}>
        <MatchReasonText reason={reason} />{' '}
        {reasons.length > 0 && (
          <Button look="link" className={styles.act} aria-expanded={isExplained} onClick={() => setExplained(!isExplained)}>
            {i18n.t('reasons.why')}
          </Button>
        )}
        <Button look="link" aria-expanded={isDoubted} onClick={() => setDoubted(!isDoubted)}>
          {i18n.t('match.wrongMatch')}
        </Button>
      </div>
      {isExplained && <PageReasons reasons={reasons} />}
      {isDoubted && <WrongMatch page={page} onDone={() => setDoubted(false)} />}
    </>
  );
}
