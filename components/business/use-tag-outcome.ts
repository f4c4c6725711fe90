import { useEffect, useState } from 'react';
import type { OutboxEntry, Target } from '@/lib/outbox/entry.ts';
import { useOutbox } from '@/lib/query/outbox.ts';

/** One person's part of a change of tags of many. */
export interface PersonOutcome {
  readonly id: string;
  readonly name: string;
  /** `undefined`: HighLevel did not mention this person. */
  readonly isDone: boolean | undefined;
  /** HighLevel's own words. */
  readonly message?: string | undefined;
}

export interface TagOutcome {
  readonly tag: string;
  readonly adds: boolean;
  readonly people: readonly PersonOutcome[];
}

/** The answer to the last change of tags of many that was made here; it stays when its entry leaves the outbox. */
export function useTagOutcome(target: Target & { readonly contactId: string }) {
  const entries = useOutbox();
  const sent = entries.findLast(
    ({ operation, state, target: { locationId, contactId } }) =>
      operation.kind === 'tagContacts' && state === 'sent' && locationId === target.locationId && contactId === target.contactId,
  );
  const [kept, setKept] = useState<OutboxEntry>();
  const [dismissed, setDismissed] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: an entry's answer does not change once it is sent
  useEffect(() => {
    if (sent !== undefined) setKept(sent);
  }, [sent?.opId]);
  const outcome = kept === undefined || kept.opId === dismissed ? undefined : outcomeOf(kept);
  return { outcome, dismiss: () => setDismissed(kept?.opId) };
}

function outcomeOf({ operation, answer }: OutboxEntry): TagOutcome | undefined {
  if (operation.kind !== 'tagContacts') return undefined;
  const rows = Array.isArray(answer) ? answer.filter(isRow) : [];
  const people = operation.contacts.map(({ id, name }) => {
    const row = rows.find(({ contactId }) => contactId === id);
    return { id, name, isDone: row?.isDone, message: row?.message };
  });
  return { tag: operation.tag, adds: operation.adds, people };
}

interface Row {
  readonly contactId: string;
  readonly isDone: boolean;
  readonly message?: string;
}

/** The endpoint's own schema has made them; the outbox stores answers of every kind as they are. */
function isRow(row: unknown): row is Row {
  return typeof row === 'object' && row !== null && 'contactId' in row && 'isDone' in row;
}
