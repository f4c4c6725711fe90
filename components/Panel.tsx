import { DraftsProvider } from '@/components/drafts/Drafts.tsx';
import { KeyActionsProvider } from '@/components/keyboard/KeyActions.tsx';
import { NotConnected } from '@/components/panel/NotConnected.tsx';
import { Notices } from '@/components/panel/Notices.tsx';
import { PanelError } from '@/components/panel/PanelError.tsx';
import { AskedTasksProvider } from '@/components/shell/AskedTasks.tsx';
import { PanelViewsProvider } from '@/components/shell/PanelViews.tsx';
import { Shell } from '@/components/shell/Shell.tsx';
import { ShownContactProvider } from '@/components/shell/ShownContact.tsx';
import { SiteBand } from '@/components/site/SiteBand.tsx';
import { TeachingProvider } from '@/components/teach/Teaching.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { ConnectionProvider, useConnectionQuery } from '@/lib/query/connection.tsx';
import { LocationBand } from './contact/LocationBand.tsx';
import { NeedsYou } from './outbox/NeedsYou.tsx';
import { PendingStatus } from './outbox/PendingStatus.tsx';
import styles from './Panel.module.css';

/** The whole side panel. */
export function Panel() {
  return (
    <main className={styles.panel}>
      <DraftsProvider>
        <TeachingProvider>
          <KeyActionsProvider>
            <Connected />
          </KeyActionsProvider>
        </TeachingProvider>
      </DraftsProvider>
      <PendingStatus />
    </main>
  );
}

function Connected() {
  const { data: connection, error, refetch } = useConnectionQuery();
  if (connection === undefined) {
    if (error) return <PanelError error={error} onRetry={() => void refetch()} />;
    return (
      <div className={styles.alone}>
        <Skeleton rows={6} />
      </div>
    );
  }
  if (connection === null) return <NotConnected />;
  return (
    // Another location shares nothing with this one, so nothing of it is kept.
    <ConnectionProvider key={connection.locationId} connection={connection}>
      <LocationBand />
      <SiteBand />
      <Notices />
      <PanelViewsProvider>
        <NeedsYou />
        <ShownContactProvider>
          <AskedTasksProvider>
            <Shell />
          </AskedTasksProvider>
        </ShownContactProvider>
      </PanelViewsProvider>
    </ConnectionProvider>
  );
}
