import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import { useNow } from '@/components/ui/use-now.ts';
import { useBrowserActs } from '@/lib/query/acts.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useIsOnline } from '@/lib/query/online.ts';
import { useQueue } from '@/lib/query/outbox.ts';

/** Slim lines on what keeps the panel from being up to date. */
export function Notices() {
  const { needsReconnect } = useConnection();
  const { openOptions } = useBrowserActs();
  const isOnline = useIsOnline();
  const { pausedUntil = 0 } = useQueue();
  const now = useNow();
  const again = (
    <Button look="link" onClick={openOptions}>
      {i18n.t('panel.signInAgain')}
    </Button>
  );
  return (
    <div aria-live="polite">
      {needsReconnect && (
        <Notice tone="warning" action={again}>
          {i18n.t('panel.reconnect')}
        </Notice>
      )}
      {!isOnline && <Notice tone="warning">{i18n.t('panel.offline')}</Notice>}
      {pausedUntil > now && <Notice>{i18n.t('panel.paused', { time: clockTime(pausedUntil) })}</Notice>}
    </div>
  );
}

function clockTime(ms: number): string {
  return new Intl.DateTimeFormat(dateTexts.locale, { timeStyle: 'medium' }).format(ms);
}
