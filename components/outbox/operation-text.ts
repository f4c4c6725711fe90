import { i18n } from '#i18n';
import type { Operation } from '@/lib/outbox/entry.ts';

/** What a write does, as a few words after the fact. */
export function operationText(operation: Operation): string {
  switch (operation.kind) {
    case 'setTaskCompleted':
      return operation.completed ? i18n.t('outbox.taskCompleted') : i18n.t('outbox.taskReopened');
    case 'createTask':
      return i18n.t('outbox.taskAdded');
    case 'createNote':
      return i18n.t('outbox.noteAdded');
    case 'addTag':
      return i18n.t('outbox.tagAdded');
    case 'removeTag':
      return i18n.t('outbox.tagRemoved');
    case 'createContact':
      return i18n.t('outbox.contactCreated');
  }
}

/** The person's own words in a write: which task, which tag, what note. */
export function operationSubject(operation: Operation): string {
  switch (operation.kind) {
    case 'setTaskCompleted':
    case 'createTask':
      return operation.title;
    case 'createNote':
      return operation.body;
    case 'addTag':
    case 'removeTag':
      return operation.tag;
    case 'createContact':
      return [operation.firstName, operation.lastName].filter(Boolean).join(' ') || (operation.email ?? operation.phone ?? '');
  }
}
