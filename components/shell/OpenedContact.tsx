import { i18n } from '#i18n';
import { ContactView } from '@/components/contact/ContactView.tsx';
import { StillFor } from '@/components/drafts/StillFor.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { usePageContact } from '@/lib/query/page.ts';
import { type OpenedContact as Opened, usePanelViews } from './PanelViews.tsx';
import styles from './Shell.module.css';

/** Somebody whom the person opened themselves, in place of whom the page shows. */
export function OpenedContact({ contact: { contactId, name } }: { readonly contact: Opened }) {
  const { closeContact } = usePanelViews();
  const isPageOfContact = usePageContact() !== undefined;
  const back = (
    <Button look="link" onClick={closeContact}>
      {isPageOfContact ? i18n.t('views.back') : i18n.t('views.close')}
    </Button>
  );
  return (
    <>
      <div className={styles.opened}>
        <Notice action={back}>
          <span role="status">{i18n.t('views.opened')}</span>
        </Notice>
      </div>
      <StillFor contactId={contactId} recordId={undefined} />
      <ContactView contactId={contactId} name={name} />
    </>
  );
}
