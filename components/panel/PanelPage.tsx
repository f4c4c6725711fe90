import { ChangedPage } from '@/components/site/ChangedPage.tsx';
import { TeachPage } from '@/components/teach/TeachPage.tsx';
import { useActiveTab, useTab } from '@/lib/query/page.ts';
import { NoContact } from './NoContact.tsx';
import { PanelError } from './PanelError.tsx';
import { TabState } from './TabState.tsx';
import { Waiting } from './Waiting.tsx';

/** What fits the page beside the panel. */
export function PanelPage() {
  const tabId = useActiveTab();
  if (tabId === undefined) return <Waiting />;
  return tabId === null ? <NoContact /> : <TabPage key={tabId} tabId={tabId} />;
}

function TabPage({ tabId }: { readonly tabId: number }) {
  const tab = useTab(tabId);
  if (tab.data === undefined) {
    if (tab.error === null) return <Waiting />;
    return <PanelError error={tab.error} onRetry={() => void tab.refetch()} />;
  }
  return (
    <TeachPage tabId={tabId} view={tab.data}>
      {'site' in tab.data && tab.data.site.failing.length > 0 && <ChangedPage tabId={tabId} site={tab.data.site} />}
      <TabState tabId={tabId} view={tab.data} />
    </TeachPage>
  );
}
