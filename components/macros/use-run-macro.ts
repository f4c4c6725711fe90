import { useRef, useState } from 'react';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { defaultDueDate, toIsoSeconds } from '@/lib/core/due-date.ts';
import { parseDuePhrase } from '@/lib/core/due-phrase.ts';
import { usableTimeZone } from '@/lib/core/time-zones.ts';
import type { Macro } from '@/lib/macros/macro.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { entriesFor, overlayTags } from '@/lib/outbox/overlay.ts';
import { useMe } from '@/lib/query/acts.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useCommitGroup, useOutbox } from '@/lib/query/outbox.ts';
import { useServices } from '@/lib/query/services.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { expandMacro } from './expand-macro.ts';

/** Runs macros on one contact: all that a macro writes is one act, with one Undo. */
export function useRunMacro(target: Target & { readonly contactId: string }) {
  const { gateway } = useServices();
  const { timeZone } = useConnection();
  // Only looked at: the view reads it, after what its sections need first.
  const contact = useGhl('contacts.get', { contactId: target.contactId }, { enabled: false });
  const entries = entriesFor(useOutbox(), target.locationId, target.contactId);
  const { id: userId } = useMe();
  const group = useCommitGroup();
  const isRunning = useRef(false);
  /** The macro that had nothing to write. */
  const [idle, setIdle] = useState<string>();

  async function write(macro: Macro) {
    const zone = usableTimeZone(timeZone);
    const now = gateway.now();
    const operations = expandMacro(macro, {
      name: target.shownAs,
      date: new Intl.DateTimeFormat(dateTexts.locale, { dateStyle: 'medium', timeZone: zone }).format(now),
      dueDate: macro.task && (await dueDate(macro.task.due, zone, now)),
      userId,
      tags: overlayTags(contact.data?.tags ?? [], entries).map(({ name }) => name),
    });
    setIdle(operations.length === 0 ? macro.name : undefined);
    if (operations.length === 0) return;
    await group.mutateAsync({ name: macro.name, writes: operations.map((operation) => ({ operation, target })) });
  }

  function run(macro: Macro): void {
    // Known at once, where a state of React's is known only at the next painting.
    if (isRunning.current) return;
    isRunning.current = true;
    // Why it failed is the mutation's to say.
    const rest = () => {
      isRunning.current = false;
    };
    write(macro).then(rest, rest);
  }

  return { run, idle, error: group.error };
}

/** A phrase that came out of a file and means no coming date must not lose the task: it is due as tasks are that name none. */
async function dueDate(phrase: string, zone: string, now: number): Promise<string> {
  const at = await parseDuePhrase(phrase, zone, now);
  return at === undefined ? defaultDueDate(zone, now) : toIsoSeconds(at);
}
