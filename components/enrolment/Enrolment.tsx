import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';

interface EnrolmentProps {
  readonly target: Target & { readonly contactId: string };
  readonly contact: Contact;
}

/** Who follows the contact, and the workflows and campaigns it can be put into. */
export function Enrolment(_props: EnrolmentProps) {
  return null;
}
