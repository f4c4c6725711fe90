import { useRef } from 'react';
import { AppointmentsSection } from '@/components/appointments/AppointmentsSection.tsx';
import { BusinessSection } from '@/components/business/BusinessSection.tsx';
import { DiffersStrip } from '@/components/compare/DiffersStrip.tsx';
import { DetailsSection } from '@/components/details/DetailsSection.tsx';
import { MacroBar } from '@/components/macros/MacroBar.tsx';
import { NotesSection } from '@/components/notes/NotesSection.tsx';
import { TagsSection } from '@/components/tags/TagsSection.tsx';
import { TasksSection } from '@/components/tasks/TasksSection.tsx';
import { useOpenTaskForm } from '@/components/tasks/use-task-draft.ts';
import type { MatchOutcome } from '@/lib/contact/types.ts';
import { toAppError } from '@/lib/core/errors.ts';
import type { DetectedContact, Reason } from '@/lib/crm/adapter.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { ContactHeader } from './ContactHeader.tsx';
import { contactName, pageName } from './contact-text.ts';
import { QuickAdd } from './QuickAdd.tsx';

interface ContactViewProps {
  /** The tab that shows the contact. */
  readonly tabId: number;
  readonly page: DetectedContact;
  readonly reasons: readonly Reason[];
  readonly match: MatchOutcome & { readonly kind: 'one' };
}

/** One contact, whole. The sections' reads start first: the header has what it needs from the match. */
export function ContactView({ tabId, page, reasons, match }: ContactViewProps) {
  const { contactId } = match;
  const locationId = useLocationId();
  const contact = useGhl('contacts.get', { contactId });
  const name = (contact.data && contactName(contact.data)) || match.name || pageName(page);
  const target = { locationId, contactId, shownAs: name } satisfies Target;
  const newNote = useRef<HTMLTextAreaElement>(null);
  const newTag = useRef<HTMLInputElement>(null);
  const openTask = useOpenTaskForm(target);
  if (contact.error !== null && toAppError(contact.error).code === 'not_found') {
    return <ContactHeader page={page} reasons={reasons} match={match} name={name} contact={contact} isGone />;
  }
  const businessId = contact.data ? contact.data.businessId : match.businessId;
  return (
    <>
      <ContactHeader page={page} reasons={reasons} match={match} name={name} contact={contact} />
      <DiffersStrip tabId={tabId} page={page} contact={contact.data} />
      <QuickAdd onTask={openTask} onNote={() => newNote.current?.focus()} onTag={() => newTag.current?.focus()} />
      <MacroBar target={target} />
      <TagsSection target={target} contact={contact} field={newTag} />
      <TasksSection target={target} onAdd={openTask} />
      <AppointmentsSection target={target} />
      <NotesSection target={target} field={newNote} />
      <BusinessSection contactId={contactId} businessId={businessId} isKnown={contact.data !== undefined || businessId !== undefined} />
      <DetailsSection tabId={tabId} page={page} target={target} contact={contact} />
    </>
  );
}
