import { useEffect } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { useLinkContact, useRefindContact } from '@/lib/query/acts.ts';
import styles from './ContactHeader.module.css';
import type { ContactSource } from './source.ts';

/**
 * The contact that was remembered for the page was deleted or merged. Who has taken its place is looked for once; where
 * nobody certainly has, the person forgets it and looks anew.
 */
export function GoneContact({ contactId, source }: { readonly contactId: string; readonly source: ContactSource }) {
  const { page, tabId } = source;
  const link = useLinkContact(page);
  const { mutate: refind, ...refinding } = useRefindContact(tabId, page);
  useEffect(() => refind(contactId), [refind, contactId]);
  if (refinding.isIdle || refinding.isPending || refinding.data === true) {
    return (
      <div className={styles.gone} role="status">
        <p>{i18n.t('contact.goneLooking')}</p>
        <Skeleton rows={2} />
      </div>
    );
  }
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
