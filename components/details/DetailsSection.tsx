import type { UseQueryResult } from '@tanstack/react-query';
import { i18n } from '#i18n';
import { CompareFields } from '@/components/compare/CompareFields.tsx';
import { Enrolment } from '@/components/enrolment/Enrolment.tsx';
import { Section } from '@/components/ui/Section.tsx';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';

interface DetailsSectionProps {
  readonly tabId: number;
  /** What the page shows; absent for a contact that was opened by hand. */
  readonly page: DetectedContact | undefined;
  readonly target: Target & { readonly contactId: string };
  readonly contact: UseQueryResult<Contact>;
}

/** All that HighLevel knows of the contact, and how it differs from the page. */
export function DetailsSection({ tabId, page, target, contact }: DetailsSectionProps) {
  return (
    <Section name={i18n.t('details.title')}>
      {page && contact.data && <CompareFields tabId={tabId} page={page} target={target} contact={contact.data} />}
      {contact.data && <Enrolment target={target} contact={contact.data} />}
    </Section>
  );
}
