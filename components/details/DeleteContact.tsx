import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useOutbox } from '@/lib/query/outbox.ts';
import { useSettingValue } from '@/lib/query/settings.ts';
import { ConfirmDeletion } from './ConfirmDeletion.tsx';
import styles from './Details.module.css';

interface DeleteContactProps {
  readonly target: Target & { readonly contactId: string };
  /** As HighLevel has it. */
  readonly contact: Contact;
}

/** The way to delete the contact, folded away, and only for who has allowed it in the options. */
export function DeleteContact({ target, contact }: DeleteContactProps) {
  const mayDelete = useSettingValue('mayDeleteContacts');
  const [isOpen, setOpen] = useState(false);
  const isLeaving = useOutbox().some(
    ({ operation, target: other, state }) =>
      operation.kind === 'deleteContact' &&
      other.contactId === target.contactId &&
      other.locationId === target.locationId &&
      state !== 'failed' &&
      state !== 'parked',
  );
  if (isLeaving)
    return (
      <p className={styles.leaving} aria-live="polite">
        {i18n.t('details.deleting')}
      </p>
    );
  if (mayDelete !== true) return null;
  return (
    <div className={styles.deletion}>
      <Button look="link" className={styles.start} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {i18n.t('details.delete')}
      </Button>
      {isOpen && <ConfirmDeletion target={target} contact={contact} onDone={() => setOpen(false)} />}
    </div>
  );
}
