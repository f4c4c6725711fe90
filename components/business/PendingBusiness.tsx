import { i18n } from '#i18n';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import type { Target } from '@/lib/outbox/entry.ts';
import { entriesFor } from '@/lib/outbox/overlay.ts';
import { useOutbox } from '@/lib/query/outbox.ts';
import styles from './Business.module.css';

/** A new business on its way, which the contact is linked to as soon as it exists. */
export function PendingBusiness({ target }: { readonly target: Target & { readonly contactId: string } }) {
  const entries = entriesFor(useOutbox(), target.locationId, target.contactId);
  const created = entries.findLast(({ operation, state }) => operation.kind === 'createBusiness' && state !== 'failed' && state !== 'sent');
  if (created?.operation.kind !== 'createBusiness') return null;
  return (
    <p className={styles.note} aria-live="polite">
      <Phrase sentence={i18n.t('business.creating', { name: SLOT })} words={created.operation.name} />
    </p>
  );
}
