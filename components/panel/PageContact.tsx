import { useRef } from 'react';
import { i18n } from '#i18n';
import { ContactChooser } from '@/components/contact/ContactChooser.tsx';
import { ContactView } from '@/components/contact/ContactView.tsx';
import { NewContact } from '@/components/contact/NewContact.tsx';
import { StillFor } from '@/components/drafts/StillFor.tsx';
import type { MatchOutcome } from '@/lib/contact/types.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import { useMatch } from '@/lib/query/page.ts';
import styles from './Panel.module.css';
import { PanelError } from './PanelError.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { Waiting } from './Waiting.tsx';

/** The page's contact as HighLevel knows it, or the question who it is. */
export function PageContact({ tabId, page }: { readonly tabId: number; readonly page: DetectedContact }) {
  const match = useMatch(tabId, page);
  const shown = useRef<HTMLDivElement>(null);
  // What is shown was matched by fewer facts than the page shows now: nothing is written until it is certain again.
  const isDoubtful = match.isPlaceholderData;
  useKeptFocus(shown, isDoubtful);
  if (match.data === undefined) {
    if (match.error === null) return <Waiting sentence={i18n.t('match.looking')} />;
    return <PanelError error={match.error} onRetry={() => void match.refetch()} />;
  }
  return (
    <>
      <StillFor contactId={match.data.kind === 'one' ? match.data.contactId : undefined} recordId={page.recordId} />
      <div ref={shown} className={styles.matched} inert={isDoubtful} aria-busy={isDoubtful}>
        <Matched page={page} match={match.data} />
      </div>
    </>
  );
}

function Matched({ page, match }: { readonly page: DetectedContact; readonly match: MatchOutcome }) {
  switch (match.kind) {
    case 'one':
      return <ContactView key={match.contactId} page={page} match={match} />;
    case 'several':
      return <ContactChooser page={page} match={match} />;
    case 'none':
      return <NewContact page={page} />;
  }
}
