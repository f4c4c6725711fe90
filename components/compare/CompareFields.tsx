import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';

interface CompareFieldsProps {
  readonly tabId: number;
  readonly page: DetectedContact;
  readonly target: Target & { readonly contactId: string };
  readonly contact: Contact;
}

/** The fields in which page and HighLevel differ. */
export function CompareFields(_props: CompareFieldsProps) {
  return null;
}
