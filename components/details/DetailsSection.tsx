import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { i18n } from '#i18n';
import { CompareFields } from '@/components/compare/CompareFields.tsx';
import { Enrolment } from '@/components/enrolment/Enrolment.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { Section } from '@/components/ui/Section.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { DeleteContact } from './DeleteContact.tsx';
import { FieldList } from './FieldList.tsx';
import { QuietFacts } from './QuietFacts.tsx';
import { useContactAsItWillBe } from './use-contact.ts';
import { useDetailsDraft } from './use-details-draft.ts';
import { useReopenDetails } from './use-reopen-details.ts';

/** Loaded with the first edit. */
const DetailsForm = lazy(async () => ({ default: (await import('./DetailsForm.tsx')).DetailsForm }));

interface DetailsSectionProps {
  readonly tabId: number;
  /** What the page shows; absent for a contact that was opened by hand. */
  readonly page: DetectedContact | undefined;
  readonly target: Target & { readonly contactId: string };
  readonly contact: UseQueryResult<Contact>;
}

/** All that HighLevel knows of the contact, and how it differs from the page. */
export function DetailsSection({ tabId, page, target, contact }: DetailsSectionProps) {
  const shown = useContactAsItWillBe(target, contact.data);
  const { draft, open, close } = useDetailsDraft(target);
  useReopenDetails(target, shown);
  // What came with the match is a row of a search, which does not have every field.
  const readWhole = () => void contact.refetch();
  function edit() {
    open();
    readWhole();
  }
  const action = contact.data && draft === undefined && (
    <Button look="link" onClick={edit}>
      {i18n.t('details.edit')}
    </Button>
  );
  return (
    <Section name={i18n.t('details.title')} action={action}>
      {page && contact.data && <CompareFields tabId={tabId} page={page} target={target} contact={contact.data} />}
      {shown === undefined && contact.error === null && <Skeleton rows={4} />}
      {contact.data && shown && (
        <>
          {draft ? (
            <Suspense fallback={<Skeleton rows={6} />}>
              <DetailsForm draft={draft} contact={shown} onClose={close} />
            </Suspense>
          ) : (
            <FieldList contact={shown} onExpand={readWhole} />
          )}
          <QuietFacts contact={shown} />
          <Enrolment target={target} contact={contact.data} />
          <DeleteContact target={target} contact={contact.data} />
        </>
      )}
    </Section>
  );
}
