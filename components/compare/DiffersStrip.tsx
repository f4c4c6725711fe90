import { X } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { isNews, needsLabels } from '@/lib/contact/compare.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { useFollowPage } from '@/lib/query/page-form.ts';
import styles from './Compare.module.css';
import { COMPARISON_ID } from './comparison-id.ts';
import { rowKey } from './decisions.ts';
import { useComparison } from './use-comparison.ts';

interface DiffersStripProps {
  readonly tabId: number;
  /** Absent for a contact that was opened by hand. */
  readonly page: DetectedContact | undefined;
  readonly contact: Contact | undefined;
}

/** Says when page and HighLevel differ. */
export function DiffersStrip({ tabId, page, contact }: DiffersStripProps) {
  return page === undefined || page.kind === 'company' ? null : <Strip tabId={tabId} page={page} contact={contact} />;
}

function Strip({ tabId, page, contact }: DiffersStripProps & { readonly page: DetectedContact }) {
  const { rows = [], mapping } = useComparison(tabId, page, contact);
  useFollowPage(tabId, page, contact !== undefined && needsLabels(mapping));
  const [dismissed, setDismissed] = useState<string>();
  const news = rows.filter(isNews);
  // Other values, or another record, are other news.
  const said = JSON.stringify([page.crm, page.recordId, news.map(rowKey)]);
  const isShown = news.length > 0 && dismissed !== said;
  return (
    // Always there, so that what appears in it is heard.
    <div role="status" className={isShown ? styles.strip : undefined}>
      {isShown && (
        <>
          <span>{i18n.t('compare.differ', news.length)}</span>
          <Button look="link" onClick={showComparison}>
            {i18n.t('compare.show')}
          </Button>
          <Button look="icon" title={i18n.t('compare.dismiss')} aria-label={i18n.t('compare.dismiss')} onClick={() => setDismissed(said)}>
            <X size={14} aria-hidden="true" />
          </Button>
        </>
      )}
    </div>
  );
}

function showComparison(): void {
  const heading = document.getElementById(COMPARISON_ID);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
