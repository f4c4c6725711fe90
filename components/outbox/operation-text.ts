import { i18n } from '#i18n';
import { excerptOf } from '@/components/ui/rich-text-plain.ts';
import type { Operation } from '@/lib/outbox/entry.ts';

type OfKind<K extends Operation['kind']> = Extract<Operation, { readonly kind: K }>;
type Texts = { readonly [K in Operation['kind']]: (operation: OfKind<K>) => string };

const texts: Texts = {
  setTaskCompleted: ({ completed }) => (completed ? i18n.t('outbox.taskCompleted') : i18n.t('outbox.taskReopened')),
  createTask: () => i18n.t('outbox.taskAdded'),
  updateTask: () => i18n.t('outbox.taskChanged'),
  deleteTask: () => i18n.t('outbox.taskDeleted'),
  createNote: () => i18n.t('outbox.noteAdded'),
  updateNote: () => i18n.t('outbox.noteChanged'),
  deleteNote: () => i18n.t('outbox.noteDeleted'),
  addTag: () => i18n.t('outbox.tagAdded'),
  removeTag: () => i18n.t('outbox.tagRemoved'),
  tagContacts: ({ adds, contacts }) =>
    adds ? i18n.t('outbox.tagAddedTo', contacts.length) : i18n.t('outbox.tagRemovedFrom', contacts.length),
  createTag: () => i18n.t('outbox.tagCreated'),
  renameTag: () => i18n.t('outbox.tagRenamed'),
  deleteTag: () => i18n.t('outbox.tagDeleted'),
  createAppointment: () => i18n.t('outbox.appointmentAdded'),
  updateAppointment: () => i18n.t('outbox.appointmentChanged'),
  deleteAppointment: () => i18n.t('outbox.appointmentDeleted'),
  createAppointmentNote: () => i18n.t('outbox.appointmentNoteAdded'),
  updateAppointmentNote: () => i18n.t('outbox.appointmentNoteChanged'),
  deleteAppointmentNote: () => i18n.t('outbox.appointmentNoteDeleted'),
  updateBusiness: () => i18n.t('outbox.businessChanged'),
  updateBusinessFields: () => i18n.t('outbox.businessChanged'),
  createBusiness: () => i18n.t('outbox.businessCreated'),
  deleteBusiness: () => i18n.t('outbox.businessDeleted'),
  linkBusiness: ({ businessId }) => (businessId === null ? i18n.t('outbox.businessUnlinked') : i18n.t('outbox.businessLinked')),
  createContact: () => i18n.t('outbox.contactCreated'),
  updateContact: () => i18n.t('outbox.contactChanged'),
  deleteContact: () => i18n.t('outbox.contactDeleted'),
  setFollower: ({ follows }) => (follows ? i18n.t('outbox.followerAdded') : i18n.t('outbox.followerRemoved')),
  setWorkflow: ({ isIn }) => (isIn ? i18n.t('outbox.workflowAdded') : i18n.t('outbox.workflowRemoved')),
  setCampaign: ({ isIn }) => (isIn ? i18n.t('outbox.campaignAdded') : i18n.t('outbox.campaignRemoved')),
};

const title = ({ title: words }: { readonly title: string }) => words;
const excerpt = ({ excerpt: words }: { readonly excerpt: string }) => words;
/** A body may be formatted. */
const body = ({ body: words }: { readonly body: string }) => excerptOf(words);
const tag = ({ tag: words }: { readonly tag: string }) => words;
const name = ({ name: words }: { readonly name: string }) => words;
const labels = ({ changes }: OfKind<'updateContact'>) => changes.map(({ label }) => label).join(', ');

const subjects: Texts = {
  setTaskCompleted: title,
  createTask: title,
  updateTask: title,
  deleteTask: title,
  createNote: body,
  updateNote: excerpt,
  deleteNote: excerpt,
  addTag: tag,
  removeTag: tag,
  tagContacts: tag,
  createTag: tag,
  renameTag: ({ from, to }) => `${from} → ${to}`,
  deleteTag: tag,
  createAppointment: title,
  updateAppointment: title,
  deleteAppointment: title,
  createAppointmentNote: body,
  updateAppointmentNote: ({ changes }) => excerptOf(String(changes[0]?.to ?? '')),
  deleteAppointmentNote: excerpt,
  updateBusiness: name,
  updateBusinessFields: name,
  createBusiness: name,
  deleteBusiness: name,
  linkBusiness: name,
  createContact: ({ firstName, lastName, email, phone }) => [firstName, lastName].filter(Boolean).join(' ') || (email ?? phone ?? ''),
  updateContact: labels,
  deleteContact: name,
  setFollower: name,
  setWorkflow: name,
  setCampaign: ({ campaignId }) => campaignId,
};

/** What a write does, as a few words after the fact. */
export function operationText(operation: Operation): string {
  return sayWith(texts, operation);
}

/** The person's own words in a write: which task, which tag, what note. */
export function operationSubject(operation: Operation): string {
  return sayWith(subjects, operation);
}

function sayWith(table: Texts, operation: Operation): string {
  // The compiler cannot see that an operation's kind picks the entry that takes this operation; the table's type says so.
  return (table[operation.kind] as (operation: Operation) => string)(operation);
}
