import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import type { OutboxEntry } from '@/lib/outbox/entry.ts';
import { useLinkContact } from '@/lib/query/acts.ts';
import { useEntryAct } from '@/lib/query/outbox.ts';

interface UseExistingProps {
  readonly entry: OutboxEntry;
  readonly page: { readonly crm: string; readonly recordId: string };
  readonly contactId: string;
  readonly name: string | undefined;
}

/** HighLevel has this contact already: the page's record is linked to it and the create is dropped. */
export function UseExisting({ entry, page, contactId, name }: UseExistingProps) {
  const link = useLinkContact(page);
  const { mutate: act } = useEntryAct();
  function use() {
    const existing = { id: contactId, ...(name ? { name } : {}) };
    link.mutate(existing, { onSuccess: () => act({ opId: entry.opId, act: 'discard' }) });
  }
  return (
    <>
      <Button look="link" disabled={link.isPending} onClick={use}>
        {i18n.t('create.openExisting')}
      </Button>
      {link.error !== null && <ErrorNote error={link.error} />}
    </>
  );
}
