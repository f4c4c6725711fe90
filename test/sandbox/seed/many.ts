import { idOf, type SandboxState } from '../state.ts';

const HOUR = 3_600_000;

/** How much a contact is to have besides what the seed gave it. */
export interface Load {
  readonly tasks: number;
  readonly notes: number;
}

/** Gives one contact many tasks (every fourth done, due around `now`) and notes (every tenth long, one a line). `now`: epoch milliseconds. */
export function seedMany(state: SandboxState, contactId: string, { tasks, notes }: Load, now: number): void {
  const locationId = state.contacts.get(contactId)?.locationId ?? '';
  for (let index = 0; index < tasks; index += 1) {
    const id = idOf(`many task ${contactId} ${index}`);
    const dueDate = now + (index - tasks / 2) * HOUR;
    state.tasks.set(id, {
      id,
      contactId,
      locationId,
      title: `Task ${index + 1} of ${tasks}`,
      dueDate,
      completed: index % 4 === 0,
      dateAdded: now - HOUR,
    });
  }
  for (let index = 0; index < notes; index += 1) {
    const id = idOf(`many note ${contactId} ${index}`);
    const line = `<p>Note <strong>${index + 1}</strong> of ${notes}.</p>`;
    const body = index % 10 === 0 ? line.repeat(12) : line;
    state.notes.set(id, { id, contactId, body, pinned: false, dateAdded: now - (index + 1) * HOUR });
  }
}
