import { problemOf } from '@/lib/contact/changes.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { useSettled } from './use-settled.ts';

/** How long typing has to rest before HighLevel is asked, in milliseconds. */
const QUIET_MS = 400;

interface KnownContact {
  readonly contact: Contact;
  readonly same: 'email' | 'phone';
}

interface Typed {
  readonly page: DetectedContact;
  readonly email: string;
  readonly phone: string;
}

/** Contacts that have the typed e-mail or phone. What the page itself shows has been looked for already. */
export function useKnownContacts({ page, email, phone }: Typed): readonly KnownContact[] {
  const byEmail = useDuplicate('email', useSettled(email.trim(), QUIET_MS), page.emails);
  const byPhone = useDuplicate('phone', useSettled(phone.trim(), QUIET_MS), page.phones);
  const found: KnownContact[] = [];
  if (byEmail) found.push({ contact: byEmail, same: 'email' });
  if (byPhone && byPhone.id !== byEmail?.id) found.push({ contact: byPhone, same: 'phone' });
  return found;
}

function useDuplicate(kind: 'email' | 'phone', typed: string, shown: readonly string[]): Contact | null | undefined {
  const locationId = useLocationId();
  const isWhole = typed !== '' && problemOf({ field: kind, label: '', kind, from: null, typed }) === undefined;
  const isNew = !shown.some((value) => value.trim().toLowerCase() === typed.toLowerCase());
  const what = kind === 'email' ? { email: typed.toLowerCase() } : { number: typed };
  // What somebody types letter by letter is not kept on disk.
  return useGhl('contacts.findDuplicate', isWhole && isNew ? { locationId, ...what } : null, { remembered: false }).data;
}
