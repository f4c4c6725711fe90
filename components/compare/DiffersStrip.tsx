import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';

interface DiffersStripProps {
  readonly tabId: number;
  /** Absent for a contact that was opened by hand. */
  readonly page: DetectedContact | undefined;
  readonly contact: Contact | undefined;
}

/** Says when page and HighLevel differ. */
export function DiffersStrip(_props: DiffersStripProps) {
  return null;
}
