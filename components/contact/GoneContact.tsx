import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import { useLinkContact } from '@/lib/query/acts.ts';
import styles from './ContactHeader.module.css';

/** The contact that was remembered for the page was deleted or merged: forget it and look anew. */
export function GoneContact({ page }: { readonly page: DetectedContact }) {
  const link = useLinkContact(page);
  return (
    <div className={styles.gone} role="alert">
      <p>{i18n.t('contact.gone')}</p>
      <Button look="main" disabled={link.isPending} onClick={() => link.mutate(null)}>
        {i18n.t('match.findAgain')}
      </Button>
      {link.error !== null && <ErrorNote error={link.error} />}
    </div>
  );
}
