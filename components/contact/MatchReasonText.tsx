import { i18n } from '#i18n';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import type { MatchReason } from '@/lib/contact/types.ts';

/** Why this contact was taken to be the page's. */
export function MatchReasonText({ reason }: { readonly reason: MatchReason }) {
  switch (reason.kind) {
    case 'link':
      return i18n.t('match.byLink');
    case 'email':
      return <Phrase sentence={i18n.t('match.byEmail', { value: SLOT })} words={reason.value} />;
    case 'moved':
      return <Phrase sentence={i18n.t('match.byMoved', { value: SLOT })} words={reason.value} />;
    case 'phone':
      return <Phrase sentence={i18n.t('match.byPhone', { value: SLOT })} words={reason.value} />;
  }
}
