import { i18n } from '#i18n';
import { usePanelViews } from '@/components/shell/PanelViews.tsx';
import { Button } from '@/components/ui/Button.tsx';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import { useMatch, usePageContact } from '@/lib/query/page.ts';
import styles from './Find.module.css';

/** Nobody: then the page's own contact may have to be created first. */
export function NobodyFound() {
  const shown = usePageContact();
  return (
    <div className={styles.nobody}>
      <p>{i18n.t('find.nobody')}</p>
      {shown && <CreateFromPage {...shown} />}
    </div>
  );
}

function CreateFromPage({ tabId, page }: { readonly tabId: number; readonly page: DetectedContact }) {
  const { show, closeContact } = usePanelViews();
  const match = useMatch(tabId, page);
  if (match.data?.kind !== 'none') return null;
  function create() {
    closeContact();
    show('contact');
  }
  return <Button onClick={create}>{i18n.t('find.create')}</Button>;
}
