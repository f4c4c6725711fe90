import { Search } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { usePanelViews } from './PanelViews.tsx';
import styles from './Shell.module.css';
import { useIsContactShown } from './ShownContact.tsx';
import { PANELS, type TabbedView, tabName } from './tab-names.ts';

/** The panel's views, one tab each, and the way to somebody else. */
export function ViewTabs() {
  const { view, show } = usePanelViews();
  const isContactShown = useIsContactShown();
  const list = useRef<HTMLDivElement>(null);
  const tabs: readonly TabbedView[] = isContactShown || view === 'timeline' ? ['contact', 'timeline', 'mine'] : ['contact', 'mine'];
  const current = tabs.find((tab) => tab === view);
  function step(event: KeyboardEvent) {
    const next = nextTab(event.key, tabs, tabs.indexOf(current ?? 'contact'));
    if (next === undefined) return;
    event.preventDefault();
    show(next);
    list.current?.querySelector<HTMLElement>(`#${tabName(next)}`)?.focus();
  }
  return (
    <div className={styles.bar}>
      <div ref={list} role="tablist" aria-label={i18n.t('views.label')} className={styles.tabs} onKeyDown={step}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={tabName(tab)}
            className={styles.tab}
            aria-selected={tab === current}
            aria-controls={PANELS[tab === 'mine' ? 'mine' : 'contact']}
            tabIndex={tab === (current ?? 'contact') ? 0 : -1}
            onClick={() => show(tab)}
          >
            {nameOf(tab)}
          </button>
        ))}
      </div>
      <Button
        look="plain"
        className={styles.find}
        aria-pressed={view === 'find'}
        title={i18n.t('views.findTitle')}
        onClick={() => show(view === 'find' ? 'contact' : 'find')}
      >
        <Search size={13} aria-hidden="true" />
        {i18n.t('views.find')}
      </Button>
    </div>
  );
}

function nextTab(key: string, tabs: readonly TabbedView[], at: number): TabbedView | undefined {
  switch (key) {
    case 'ArrowRight':
      return tabs[(at + 1) % tabs.length];
    case 'ArrowLeft':
      return tabs.at(at - 1);
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs.at(-1);
    default:
      return undefined;
  }
}

function nameOf(tab: TabbedView): string {
  switch (tab) {
    case 'contact':
      return i18n.t('views.contact');
    case 'timeline':
      return i18n.t('views.timeline');
    case 'mine':
      return i18n.t('views.mine');
  }
}
