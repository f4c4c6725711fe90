import { lazy, Suspense, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { AgreedFields } from './AgreedFields.tsx';
import styles from './Compare.module.css';
import { CompareCompany } from './CompareCompany.tsx';
import { ComparedFields } from './ComparedFields.tsx';
import { COMPARISON_ID } from './comparison-id.ts';
import { useComparison } from './use-comparison.ts';

const MappingEditor = lazy(async () => ({ default: (await import('./MappingEditor.tsx')).MappingEditor }));

interface CompareFieldsProps {
  readonly tabId: number;
  readonly page: DetectedContact;
  readonly target: Target & { readonly contactId: string };
  readonly contact: Contact;
}

/** The fields in which page and HighLevel differ. A company's page has none of a person's. */
export function CompareFields(props: CompareFieldsProps) {
  // Another record of the same contact is another comparison.
  return props.page.kind === 'company' ? null : <Comparison key={`${props.page.crm} ${props.page.recordId}`} {...props} />;
}

function Comparison({ tabId, page, target, contact }: CompareFieldsProps) {
  const comparison = useComparison(tabId, page, contact);
  const [isMapping, setMapping] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { rows, error } = comparison;
  const open = rows?.filter(({ state }) => state !== 'same') ?? [];
  function close() {
    setMapping(false);
    opener.current?.focus();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in place of the heading
    <div className={styles.compare} role="group" aria-labelledby={COMPARISON_ID}>
      <div className={styles.head}>
        <h3 id={COMPARISON_ID} tabIndex={-1}>
          {i18n.t('compare.title')}
        </h3>
        <Button ref={opener} look="link" aria-expanded={isMapping} onClick={() => setMapping(!isMapping)}>
          {i18n.t('compare.mapping')}
        </Button>
      </div>
      {isMapping && (
        <Suspense fallback={<Skeleton rows={4} />}>
          <MappingEditor tabId={tabId} page={page} contact={contact} onClose={close} />
        </Suspense>
      )}
      {error !== null && <ErrorNote error={error} onRetry={comparison.again} />}
      {!isMapping && open.length > 0 && <ComparedFields tabId={tabId} page={page} target={target} rows={open} />}
      {!isMapping && <CompareCompany page={page} contact={contact} />}
      {!isMapping && <AgreedFields rows={rows?.filter(({ state, theirs }) => state === 'same' && theirs !== null) ?? []} />}
    </div>
  );
}
