import { usePanelViews } from '@/components/shell/PanelViews.tsx';
import type { Contact } from '@/lib/ghl/models.ts';
import { useLinkContact } from '@/lib/query/acts.ts';
import { usePageContact } from '@/lib/query/page.ts';

const NOBODY = { crm: '', recordId: '' };

/** Says that the page's record is this contact; `use` is `undefined` where the page shows no record. */
export function useUsePageFor(): { readonly use: ((contact: Contact) => void) | undefined; readonly error: Error | null } {
  const { show, closeContact } = usePanelViews();
  const page = usePageContact()?.page;
  const { mutate, error } = useLinkContact(page ?? NOBODY);
  function use(contact: Contact) {
    mutate(contact, {
      onSuccess: () => {
        closeContact();
        show('contact');
      },
    });
  }
  return { use: page && use, error };
}
