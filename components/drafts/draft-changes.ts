import { i18n } from '#i18n';
import { dueMoment, toIsoSeconds } from '@/lib/core/due-date.ts';
import { noteBody } from '@/lib/core/note-text.ts';
import type { FieldChange } from '@/lib/outbox/entry.ts';
import type { NoteEditDraft, TaskEditDraft } from '@/lib/storage/draft-schema.ts';

/** What the person has changed in a note. What they left alone is not written anew, however differently we would write it. */
export function noteChanges({ from, fromTitle, format, start, text, title }: NoteEditDraft): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const body = format === 'plain' ? noteBody(text.trim()) : text;
  if (text !== start && body !== from) changes.push({ field: 'body', label: i18n.t('notes.body'), from, to: body });
  if (title.trim() !== fromTitle.trim())
    changes.push({ field: 'title', label: i18n.t('notes.fieldTitle'), from: orNull(fromTitle), to: title.trim() });
  return changes;
}

/** What the person has changed in a task; the due date is written as ISO 8601 UTC. */
export function taskChanges({ from, start, title, due, zone, details, assignee }: TaskEditDraft): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const at = dueMoment(due, zone);
  if (title.trim() !== start.title.trim())
    changes.push({ field: 'title', label: i18n.t('tasks.fieldTitle'), from: from.title, to: title.trim() });
  if (due !== start.due && at !== undefined)
    changes.push({ field: 'dueDate', label: i18n.t('tasks.fieldDue'), from: orNull(from.dueDate), to: toIsoSeconds(at) });
  if (details.trim() !== start.details.trim())
    changes.push({ field: 'body', label: i18n.t('tasks.fieldDetails'), from: orNull(from.body), to: details.trim() });
  if (assignee !== start.assignee)
    changes.push({ field: 'assignedTo', label: i18n.t('tasks.fieldAssignee'), from: orNull(from.assignedTo), to: orNull(assignee) });
  return changes;
}

function orNull(value: string): string | null {
  return value === '' ? null : value;
}
