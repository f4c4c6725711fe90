import type { Operation, Target } from './entry.ts';

/**
 * What an operation changes, within its queue: operations with the same key must keep their order. New records wait
 * only for equal ones, of which nobody could tell afterwards which was written.
 */
export function resourceKey(operation: Operation): string {
  switch (operation.kind) {
    case 'setTaskCompleted':
    case 'updateTask':
    case 'deleteTask':
      return `task:${operation.taskId}`;
    case 'createTask':
      return `new task:${operation.title}`;
    case 'createNote':
      return `new note:${operation.body}`;
    case 'updateNote':
    case 'deleteNote':
      return `note:${operation.noteId}`;
    case 'addTag':
    case 'removeTag':
    case 'tagContacts':
      return `tag:${operation.tag.trim().toLowerCase()}`;
    case 'createTag':
    case 'deleteTag':
      return `location tag:${operation.tag.trim().toLowerCase()}`;
    case 'renameTag':
      return `location tag:${operation.from.trim().toLowerCase()}`;
    case 'createContact':
    case 'updateContact':
    case 'deleteContact':
      return 'contact';
    case 'setFollower':
      return `follower:${operation.userId}`;
    case 'setWorkflow':
      return `workflow:${operation.workflowId}`;
    case 'setCampaign':
      return `campaign:${operation.campaignId}`;
    default:
      return appointmentOrBusinessKey(operation);
  }
}

type AppointmentOrBusiness = Extract<Operation, { readonly kind: `${string}Appointment${string}` | `${string}Business${string}` }>;

function appointmentOrBusinessKey(operation: AppointmentOrBusiness): string {
  switch (operation.kind) {
    case 'createAppointment':
      return `new appointment:${operation.calendarId} ${operation.startTime}`;
    case 'updateAppointment':
    case 'deleteAppointment':
      return `appointment:${operation.appointmentId}`;
    case 'createAppointmentNote':
      return `new appointment note:${operation.appointmentId} ${operation.body}`;
    case 'updateAppointmentNote':
    case 'deleteAppointmentNote':
      return `appointment note:${operation.noteId}`;
    case 'createBusiness':
      return `new business:${operation.name}`;
    case 'updateBusiness':
    case 'updateBusinessFields':
    case 'deleteBusiness':
      return `business:${operation.businessId}`;
    case 'linkBusiness':
      return 'business link';
  }
}

/**
 * Whose queue an operation stands in: its contact, the page record a contact is created for, or the location's own list
 * of tags.
 */
export function contactKey(operation: Operation, target: Target): string {
  return JSON.stringify([target.locationId, ...whose(operation, target)]);
}

function whose(operation: Operation, { contactId }: Target): readonly (string | null)[] {
  switch (operation.kind) {
    case 'createContact':
      return ['record', operation.crm, operation.recordId];
    case 'createTag':
    case 'renameTag':
    case 'deleteTag':
      return ['tags'];
    // Several contacts are of one business: changes to it keep their order whoever was shown beside it.
    case 'updateBusiness':
    case 'updateBusinessFields':
    case 'deleteBusiness':
      return ['business', operation.businessId];
    default:
      return ['contact', contactId];
  }
}
