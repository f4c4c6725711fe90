import { useRef } from 'react';
import { i18n } from '#i18n';
import { ContactChooser } from '@/components/contact/ContactChooser.tsx';
import { ContactView } from '@/components/contact/ContactView.tsx';
import { pageName } from '@/components/contact/contact-text.ts';
import { NewContact } from '@/components/contact/NewContact.tsx';
import { StillFor } from '@/components/drafts/StillFor.tsx';
import { KeyActionsGate } from '@/components/keyboard/KeyActions.tsx';
import type { MatchOutcome } from '@/lib/contact/types.ts';
import type { DetectedContact, Reason } from '@/lib/crm/adapter.ts';
import { useMatch } from '@/lib/query/page.ts';
import styles from './Panel.module.css';
import { PanelError } from './PanelError.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { Waiting } from './Waiting.tsx';

interface PageContactProps {
  readonly tabId: number;
  readonly page: DetectedContact;
  /** Why the page is said to show this. */
  readonly reasons?: readonly Reason[];
}

/** The page's contact as HighLevel knows it, or the question who it is. */
export function PageContact({ tabId, page, reasons = [] }: PageContactProps) {
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
        <KeyActionsGate isShut={isDoubtful}>
          <Matched tabId={tabId} page={page} reasons={reasons} match={match.data} />
        </KeyActionsGate>
      </div>
    </>
  );
}

interface MatchedProps {
  readonly tabId: number;
  readonly page: DetectedContact;
  readonly reasons: readonly Reason[];
  readonly match: MatchOutcome;
}

function Matched({ tabId, page, reasons, match }: MatchedProps) {
  switch (match.kind) {
    case 'one':
      return (
        <ContactView
          key={match.contactId}
          contactId={match.contactId}
          name={match.name || pageName(page)}
          businessId={match.businessId}
          source={{ tabId, page, reasons, reason: match.reason }}
        />
      );
    case 'several':
      return match.why === 'company' && match.candidates.length === 0 ? (
        <NewContact page={page} />
      ) : (
        <ContactChooser page={page} match={match} />
      );
    case 'none':
      return <NewContact page={page} />;
  }
}
