import { useMemo } from 'react';
import type { Target } from '@/lib/outbox/entry.ts';
import { entriesFor, overlayAppointments, overlayNotes, overlayTasks } from '@/lib/outbox/overlay.ts';
import { useOutbox } from '@/lib/query/outbox.ts';
import { useGhl } from '@/lib/query/use-ghl.ts';
import type { TimelineSources } from './timeline-items.ts';

interface Trouble {
  readonly name: string;
  readonly error: Error;
  readonly retry: () => void;
}

interface SourcesRead {
  /** As they will be once everything pending has gone; what is not read yet is missing. */
  readonly sources: TimelineSources;
  readonly troubles: readonly Trouble[];
  readonly isReading: boolean;
}

/** What the timeline is made of: the same reads as the sections', so nothing is asked twice. */
export function useTimelineSources({ locationId, contactId }: Target & { readonly contactId: string }): SourcesRead {
  const tasks = useGhl('tasks.list', { contactId });
  const notes = useGhl('notes.list', { contactId });
  const appointments = useGhl('appointments.ofContact', { contactId });
  const all = useOutbox();
  const sources = useMemo<TimelineSources>(() => {
    const entries = entriesFor(all, locationId, contactId);
    return {
      tasks: tasks.data ? overlayTasks(tasks.data, entries) : [],
      notes: notes.data ? overlayNotes(notes.data, entries) : [],
      appointments: appointments.data ? overlayAppointments(appointments.data, entries) : [],
    };
  }, [tasks.data, notes.data, appointments.data, all, locationId, contactId]);
  const reads = { tasks, notes, appointments };
  const troubles = Object.entries(reads).flatMap(([name, { error, refetch }]) =>
    error === null ? [] : [{ name, error, retry: () => void refetch() }],
  );
  return { sources, troubles, isReading: Object.values(reads).some(({ isPending }) => isPending) };
}
