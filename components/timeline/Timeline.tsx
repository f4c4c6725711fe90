import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useKeyAction } from '@/components/keyboard/KeyActions.tsx';
import { walkRows } from '@/components/keyboard/walk-rows.ts';
import { EmptyState } from '@/components/ui/EmptyState.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Section } from '@/components/ui/Section.tsx';
import { ShowMore } from '@/components/ui/ShowMore.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { useNow } from '@/components/ui/use-now.ts';
import { usableTimeZone } from '@/lib/core/time-zones.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useKept } from '@/lib/query/kept.ts';
import { KindChips } from './KindChips.tsx';
import { TimelineDays } from './TimelineDays.tsx';
import { groupByDay, placeItems, type TimelineKind } from './timeline-items.ts';
import { useTimelineSources } from './use-timeline-sources.ts';

/** Rows that are drawn before the person asks for more. */
const FIRST = 50;
const ALL_KINDS: readonly TimelineKind[] = ['task', 'note', 'appointment'];

/** Tasks, notes and appointments of the contact by date: what is to come, then the past, the latest first. */
export function Timeline({ target }: { readonly target: Target & { readonly contactId: string } }) {
  const { timeZone } = useConnection();
  const zone = usableTimeZone(timeZone);
  const now = useNow();
  const [kinds, setKinds] = useKept('timeline-kinds', ALL_KINDS);
  const [limit, setLimit] = useState(FIRST);
  const { sources, troubles, isReading } = useTimelineSources(target);
  const placed = useMemo(() => placeItems(sources, timeZone, now), [sources, timeZone, now]);
  const chosen = useMemo(() => placed.filter(({ item }) => kinds.includes(item.kind)), [placed, kinds]);
  const days = useMemo(() => groupByDay(chosen.slice(0, limit), zone), [chosen, limit, zone]);
  const rows = useRef<HTMLDivElement>(null);
  useKeyAction('complete', () => completeIn(rows.current));
  return (
    <Section name={i18n.t('timeline.title')} count={placed.length > 0 ? String(chosen.length) : undefined}>
      <KindChips kinds={kinds} onChange={setKinds} />
      {troubles.map(({ name, error, retry }) => (
        <ErrorNote key={name} error={error} onRetry={retry} />
      ))}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys walk the rows, which have their own acts */}
      <div ref={rows} onKeyDown={walk}>
        <TimelineDays days={days} target={target} zone={zone} now={now} />
      </div>
      {isReading && <Skeleton rows={5} />}
      {!isReading && chosen.length === 0 && troubles.length === 0 && (
        <EmptyState>{placed.length === 0 ? i18n.t('timeline.nothing') : i18n.t('timeline.nothingChosen')}</EmptyState>
      )}
      <ShowMore
        shown={limit}
        total={chosen.length}
        words={(more) => i18n.t('timeline.showMore', more, { total: String(chosen.length - limit) })}
        onMore={setLimit}
      />
    </Section>
  );
}

/** Arrows go from row to row; Enter opens the row that has the focus. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const row = event.target instanceof HTMLElement && event.target.hasAttribute('data-row') ? event.target : undefined;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walkRows(event.key === 'ArrowDown' ? 1 : -1, event.currentTarget);
  else if (event.key === 'Enter' && row) row.querySelector<HTMLElement>('[aria-expanded]')?.click();
  else return;
  event.preventDefault();
}

/** Completes, or opens again, the task whose row has the focus. */
function completeIn(rows: HTMLElement | null): void {
  const row = document.activeElement?.closest('[data-row]');
  if (row && rows?.contains(row)) row.querySelector<HTMLInputElement>('input[type="checkbox"]:enabled')?.click();
}
