import { KeyActionsGate } from '@/components/keyboard/KeyActions.tsx';
import { Keyboard } from '@/components/keyboard/Keyboard.tsx';
import { PanelPage } from '@/components/panel/PanelPage.tsx';
import { MyTasks } from '@/components/tasks/MyTasks.tsx';
import { useActiveTab } from '@/lib/query/page.ts';
import { FindView } from '../find/FindView.tsx';
import { Intents } from './Intents.tsx';
import { OpenedContact } from './OpenedContact.tsx';
import { usePanelViews } from './PanelViews.tsx';
import { PANELS, tabName } from './tab-names.ts';
import { ViewTabs } from './ViewTabs.tsx';

/**
 * The panel's views under their tabs. The contact stays where it is while something else is looked at: what was begun there
 * goes on, and nothing is read twice.
 */
export function Shell() {
  const { view, opened } = usePanelViews();
  const tabId = useActiveTab();
  const isContact = view === 'contact' || view === 'timeline';
  return (
    <>
      <ViewTabs />
      <div role="tabpanel" id={PANELS.contact} aria-labelledby={tabName(view === 'timeline' ? 'timeline' : 'contact')} hidden={!isContact}>
        {opened && (
          <KeyActionsGate isShut={!isContact}>
            <OpenedContact key={opened.contactId} contact={opened} />
          </KeyActionsGate>
        )}
        <div hidden={opened !== null}>
          <KeyActionsGate isShut={!isContact || opened !== null}>
            <PanelPage />
          </KeyActionsGate>
        </div>
      </div>
      {view === 'mine' && (
        <div role="tabpanel" id={PANELS.mine} aria-labelledby={tabName('mine')}>
          <MyTasks />
        </div>
      )}
      {view === 'find' && <FindView />}
      {typeof tabId === 'number' && <Intents key={tabId} tabId={tabId} />}
      <Keyboard />
    </>
  );
}
