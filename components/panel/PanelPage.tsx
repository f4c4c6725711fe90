import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { useBrowserActs } from '@/lib/query/acts.ts';
import { useActiveTab, useTab } from '@/lib/query/page.ts';
import { NoContact } from './NoContact.tsx';
import { PageContact } from './PageContact.tsx';
import { PanelError } from './PanelError.tsx';
import { Waiting } from './Waiting.tsx';

/** What fits the page beside the panel. */
export function PanelPage() {
  const tabId = useActiveTab();
  if (tabId === undefined) return <Waiting />;
  return tabId === null ? <NoContact /> : <TabPage key={tabId} tabId={tabId} />;
}

function TabPage({ tabId }: { readonly tabId: number }) {
  const tab = useTab(tabId);
  const { openOptions, reloadTab } = useBrowserActs();
  if (tab.data === undefined) {
    if (tab.error === null) return <Waiting />;
    return <PanelError error={tab.error} onRetry={() => void tab.refetch()} />;
  }
  switch (tab.data.status) {
    case 'pending':
      return <Waiting key={tabId} sentence={i18n.t('panel.reading')} afterAWhile={i18n.t('panel.unreadable')} />;
    case 'contact':
      // Keyed by the record: nothing of one record's view can be painted for another.
      return <PageContact key={`${tab.data.contact.crm} ${tab.data.contact.recordId}`} tabId={tabId} page={tab.data.contact} />;
    case 'none':
      return <NoContact notice={<Notice>{i18n.t('panel.noContact')}</Notice>} />;
    case 'silent':
      return (
        <NoContact
          notice={
            <Notice tone="warning" action={<Button onClick={() => reloadTab(tabId)}>{i18n.t('panel.reload')}</Button>}>
              {i18n.t('panel.silent')}
            </Notice>
          }
        />
      );
    case 'unsupported':
      return (
        <NoContact
          notice={
            <Notice
              action={
                <Button look="link" onClick={openOptions}>
                  {i18n.t('panel.chooseSites')}
                </Button>
              }
            >
              {i18n.t('panel.unsupported')}
            </Notice>
          }
        />
      );
  }
}
