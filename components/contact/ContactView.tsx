import { useRef } from 'react';
import { i18n } from '#i18n';
import { AppointmentsSection } from '@/components/appointments/AppointmentsSection.tsx';
import { BusinessSection } from '@/components/business/BusinessSection.tsx';
import { DiffersStrip } from '@/components/compare/DiffersStrip.tsx';
import { DetailsSection } from '@/components/details/DetailsSection.tsx';
import { KeyActionsGate } from '@/components/keyboard/KeyActions.tsx';
import { MacroBar } from '@/components/macros/MacroBar.tsx';
import { NotesSection } from '@/components/notes/NotesSection.tsx';
import { usePanelViews } from '@/components/shell/PanelViews.tsx';
import { useTellShown } from '@/components/shell/ShownContact.tsx';
import { TagsSection } from '@/components/tags/TagsSection.tsx';
import { TasksSection } from '@/components/tasks/TasksSection.tsx';
import { useOpenTaskForm } from '@/components/tasks/use-task-draft.ts';
import { Timeline } from '@/components/timeline/Timeline.tsx';
import { Boundary } from '@/components/ui/Boundary.tsx';
import { toAppError } from '@/lib/core/errors.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { ContactHeader } from './ContactHeader.tsx';
import { contactName } from './contact-text.ts';
import { QuickAdd } from './QuickAdd.tsx';
import { SelectedTasks } from './SelectedTasks.tsx';
import type { ContactSource } from './source.ts';

interface ContactViewProps {
  readonly contactId: string;
  /** What is known of the contact before HighLevel has answered. */
  readonly name: string;
  readonly businessId?: string | undefined;
  /** The page that shows the contact; absent for one that was opened by hand. */
  readonly source?: ContactSource;
}

/** `tabs.TAB_ID_NONE` of the browsers. */
const NO_TAB = -1;

/** One contact, whole. The sections' reads start first: the header has what it needs from the match. */
export function ContactView({ contactId, name: knownAs, businessId: knownAt, source }: ContactViewProps) {
  const locationId = useLocationId();
  const contact = useGhl('contacts.get', { contactId });
  const name = (contact.data && contactName(contact.data)) || knownAs;
  const target = { locationId, contactId, shownAs: name } satisfies Target;
  const newNote = useRef<HTMLTextAreaElement>(null);
  const newTag = useRef<HTMLInputElement>(null);
  const openTask = useOpenTaskForm(target);
  const { view, opened } = usePanelViews();
  const isGone = contact.error !== null && toAppError(contact.error).code === 'not_found';
  useTellShown(!isGone);
  const header = <ContactHeader contactId={contactId} source={source} name={name} contact={contact} isGone={isGone} />;
  if (isGone) return header;
  const isTimeline = view === 'timeline' && (source === undefined || opened === null);
  const businessId = contact.data ? contact.data.businessId : knownAt;
  const [tabId, page] = [source?.tabId ?? NO_TAB, source?.page];
  return (
    <>
      {header}
      <div hidden={isTimeline}>
        <KeyActionsGate isShut={isTimeline}>
          {source && <SelectedTasks source={source} target={target} />}
          <Boundary name={i18n.t('details.title')}>
            <DiffersStrip tabId={tabId} page={page} contact={contact.data} />
          </Boundary>
          <QuickAdd onTask={openTask} onNote={() => newNote.current?.focus()} onTag={() => newTag.current?.focus()} />
          <Boundary name={i18n.t('macros.label')}>
            <MacroBar target={target} />
          </Boundary>
          <Boundary name={i18n.t('tags.title')}>
            <TagsSection target={target} contact={contact} field={newTag} />
          </Boundary>
          <Boundary name={i18n.t('tasks.title')}>
            <TasksSection target={target} onAdd={openTask} />
          </Boundary>
          <Boundary name={i18n.t('appointments.title')}>
            <AppointmentsSection target={target} />
          </Boundary>
          <Boundary name={i18n.t('notes.title')}>
            <NotesSection target={target} field={newNote} />
          </Boundary>
          <Boundary name={i18n.t('business.title')}>
            <BusinessSection target={target} businessId={businessId} isKnown={contact.data !== undefined || businessId !== undefined} />
          </Boundary>
          <Boundary name={i18n.t('details.title')}>
            <DetailsSection tabId={tabId} page={page} target={target} contact={contact} />
          </Boundary>
        </KeyActionsGate>
      </div>
      {isTimeline && <Timeline target={target} />}
    </>
  );
}
