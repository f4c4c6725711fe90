import type { Macro } from '@/lib/macros/macro.ts';
import type { Operation } from '@/lib/outbox/entry.ts';

/** What a macro needs to know of the moment it is run in. */
export interface MacroFacts {
  /** The contact's name as the panel shows it. */
  readonly name: string;
  /** Today's date on the location's clock, as people write it. */
  readonly date: string;
  /** When the macro's task is due: ISO 8601 UTC, whole seconds. */
  readonly dueDate: string | undefined;
  /** Who sits here: author of the note, assignee of the task. */
  readonly userId: string | undefined;
  /** Tags that the contact has, pending ones too: those are not written again. */
  readonly tags: readonly string[];
}

/** The writes of a macro, in the order in which they are shown: tags, note, task. A task without a date is left out. */
export function expandMacro(macro: Macro, facts: MacroFacts): readonly Operation[] {
  const { note, task } = macro;
  const fill = (text: string) => fillIn(text, facts);
  const by = facts.userId === undefined ? {} : { userId: facts.userId };
  const to = facts.userId === undefined ? {} : { assignedTo: facts.userId };
  return [
    ...missing(macro.tags, facts.tags).map((tag): Operation => ({ kind: 'addTag', tag })),
    ...(note === undefined ? [] : [{ kind: 'createNote', body: fill(note), ...by } satisfies Operation]),
    ...(task === undefined || facts.dueDate === undefined
      ? []
      : [
          {
            kind: 'createTask',
            title: fill(task.title),
            dueDate: facts.dueDate,
            ...(task.details === undefined ? {} : { body: fill(task.details) }),
            ...to,
          } satisfies Operation,
        ]),
  ];
}

/** One pass only: a name that looks like a placeholder stays what it is. */
function fillIn(text: string, { name, date }: MacroFacts): string {
  return text.replace(/\{(name|date)\}/g, (_whole, which: string) => (which === 'name' ? name : date)).trim();
}

/** Tags know no case, and one that is named twice is written once. */
function missing(tags: readonly string[], present: readonly string[]): readonly string[] {
  const seen = new Set(present.map((tag) => tag.trim().toLowerCase()));
  return tags.filter((tag) => {
    const key = tag.trim().toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
