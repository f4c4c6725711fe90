import type { AppError } from '@/lib/core/errors.ts';

/** A field's value, in HighLevel's own form; `null`: empty. Dates are ISO 8601 UTC in whole seconds, choices lists. */
export type FieldValue = string | number | boolean | readonly string[] | null;

/**
 * One field that a person has changed. `from` is what they saw: when HighLevel has something else by the time of sending,
 * nothing is sent and they are shown both.
 */
export interface FieldChange {
  /** The field's name in HighLevel's body; `custom:<id>` for a custom field. */
  readonly field: string;
  /** What the panel calls the field. */
  readonly label: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

type Changes = { readonly changes: readonly FieldChange[] };

type TaskOperation =
  | { readonly kind: 'setTaskCompleted'; readonly taskId: string; readonly title: string; readonly completed: boolean }
  | {
      readonly kind: 'createTask';
      readonly title: string;
      readonly body?: string /** ISO 8601 UTC, whole seconds. */;
      readonly dueDate: string;
      readonly assignedTo?: string;
    }
  /** Fields: `title`, `body`, `dueDate`, `assignedTo`. */
  | ({ readonly kind: 'updateTask'; readonly taskId: string; readonly title: string } & Changes)
  | { readonly kind: 'deleteTask'; readonly taskId: string; readonly title: string };

/** `excerpt`: the beginning of the note as text, for people; never sent. */
type NoteOperation =
  | { readonly kind: 'createNote'; readonly body: string; readonly userId?: string; readonly pinned?: boolean }
  /** Fields: `body`, `title`, `color`, `pinned`. */
  | ({ readonly kind: 'updateNote'; readonly noteId: string; readonly excerpt: string } & Changes)
  | { readonly kind: 'deleteNote'; readonly noteId: string; readonly excerpt: string };

type TagOperation =
  | { readonly kind: 'addTag'; readonly tag: string }
  | { readonly kind: 'removeTag'; readonly tag: string }
  /** The one write about others than the target: people whom the panel listed by name and the person ticked. */
  | {
      readonly kind: 'tagContacts';
      readonly tag: string;
      readonly adds: boolean;
      readonly contacts: readonly { readonly id: string; readonly name: string }[];
    }
  /** The location's own list of tags. */
  | { readonly kind: 'createTag'; readonly tag: string }
  | { readonly kind: 'renameTag'; readonly tagId: string; readonly from: string; readonly to: string }
  | { readonly kind: 'deleteTag'; readonly tagId: string; readonly tag: string };

type AppointmentOperation =
  | {
      readonly kind: 'createAppointment';
      readonly calendarId: string;
      readonly title: string;
      /** ISO 8601 with the free slot's own offset, whole seconds; both in the same form. */
      readonly startTime: string;
      readonly endTime?: string;
      readonly assignedUserId?: string;
      readonly description?: string;
      readonly address?: string;
    }
  /** Fields: `startTime`, `endTime`, `appointmentStatus`, `title`, `assignedUserId`, `description`, `address`. */
  | ({ readonly kind: 'updateAppointment'; readonly appointmentId: string; readonly title: string } & Changes)
  | { readonly kind: 'deleteAppointment'; readonly appointmentId: string; readonly title: string }
  | { readonly kind: 'createAppointmentNote'; readonly appointmentId: string; readonly body: string; readonly userId?: string }
  /** Field: `body`. */
  | ({ readonly kind: 'updateAppointmentNote'; readonly appointmentId: string; readonly noteId: string } & Changes)
  | { readonly kind: 'deleteAppointmentNote'; readonly appointmentId: string; readonly noteId: string; readonly excerpt: string };

type BusinessOperation =
  /** Fields: `name`, `phone`, `email`, `website`, `address`, `city`, `state`, `postalCode`, `country`, `description`. */
  | ({ readonly kind: 'updateBusiness'; readonly businessId: string; readonly name: string } & Changes)
  /** Custom fields of a business, which HighLevel takes by a call of their own. Fields: `custom:<key>`. */
  | ({ readonly kind: 'updateBusinessFields'; readonly businessId: string; readonly name: string } & Changes)
  /** The target is linked to it as soon as it exists. */
  | { readonly kind: 'createBusiness'; readonly name: string; readonly phone?: string; readonly email?: string; readonly website?: string }
  | { readonly kind: 'deleteBusiness'; readonly businessId: string; readonly name: string }
  /** `businessId: null` takes the target out of its business. */
  | { readonly kind: 'linkBusiness'; readonly businessId: string | null; readonly name: string };

type ContactOperation =
  | {
      readonly kind: 'createContact';
      readonly crm: string;
      readonly recordId: string;
      readonly firstName?: string;
      readonly lastName?: string;
      readonly email?: string;
      readonly phone?: string;
      readonly companyName?: string;
      /** Tags the new contact starts with. */
      readonly tags?: readonly string[];
    }
  /** Fields: those of `ContactFieldName` and `custom:<id>`. */
  | ({ readonly kind: 'updateContact' } & Changes)
  | { readonly kind: 'deleteContact'; readonly name: string }
  | { readonly kind: 'setFollower'; readonly userId: string; readonly name: string; readonly follows: boolean }
  | { readonly kind: 'setWorkflow'; readonly workflowId: string; readonly name: string; readonly isIn: boolean }
  | { readonly kind: 'setCampaign'; readonly campaignId: string; readonly isIn: boolean };

/** What a person can ask HighLevel to do. Payloads are exactly what will be sent, fixed when the form opened. */
export type Operation = TaskOperation | NoteOperation | TagOperation | AppointmentOperation | BusinessOperation | ContactOperation;

/** Several writes that are one act for the person: shown as one line with one Undo. */
export interface Group {
  /** UUID. */
  readonly id: string;
  /** What the person asked for, e.g. the macro's name. */
  readonly name: string;
}

/** Whom an operation is for: fixed when the form opens, never looked up again. */
export interface Target {
  readonly locationId: string;
  /** `null` for `createContact` and for what is the location's: `createTag`, `renameTag`, `deleteTag`. */
  readonly contactId: string | null;
  /** The name the person saw when acting; shown with the entry, never sent. */
  readonly shownAs: string;
}

/**
 * An entry's life. `held`: may still be undone. `queued`: due. `sending`: bytes may have left. `sent`: HighLevel
 * confirmed it, kept a moment for the panel. `uncertain`: nobody knows whether it took effect; never repeated without a
 * person. `failed`: certainly not applied; a person retries or discards. `parked`: the browser closed during the hold.
 */
export type EntryState = 'held' | 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'parked';

/** Why a queued entry does not go yet. */
export type WaitReason = 'write_access' | 'connection' | 'network' | 'rate_limit' | 'other_location';

/** One write, as the panel sees it. In the store `operation`, `target.shownAs` and `answer` are encrypted. */
export interface OutboxEntry {
  /** UUID. */
  readonly opId: string;
  /** Commit order, ascending. */
  readonly seq: number;
  readonly operation: Operation;
  readonly target: Target;
  /** Which of the person's acts it belongs to, when that was more than one write. */
  readonly group?: Group;
  readonly state: EntryState;
  /** Epoch milliseconds: end of the hold, or of a back-off. */
  readonly notBefore: number;
  readonly attempts: number;
  /** `sending`, but HighLevel is only being looked at: nothing has left yet. */
  readonly looking?: true;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly waiting?: WaitReason;
  /** Why it failed or is uncertain, or what HighLevel says it may not do. */
  readonly error?: AppError;
  /** HighLevel's answer (the parsed resource), once `sent`. */
  readonly answer?: unknown;
}
