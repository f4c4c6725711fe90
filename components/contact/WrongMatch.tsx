import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import { useLinkContact } from '@/lib/query/acts.ts';
import { ContactSearch } from './ContactSearch.tsx';
import styles from './WrongMatch.module.css';

/** Says who the page's record really is, or forgets the match. */
export function WrongMatch({ page, onDone }: { readonly page: DetectedContact; readonly onDone: () => void }) {
  const link = useLinkContact(page);
  return (
    <div className={styles.wrong}>
      <ContactSearch page={page} onLinked={onDone} takesFocus />
      <div className={styles.acts}>
        <Button look="link" disabled={link.isPending} onClick={() => link.mutate(null, { onSuccess: onDone })}>
          {i18n.t('match.forget')}
        </Button>
        <Button look="link" onClick={onDone}>
          {i18n.t('match.cancel')}
        </Button>
      </div>
      {link.error !== null && <ErrorNote error={link.error} />}
    </div>
  );
}
