import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { ComparedRow } from '@/lib/contact/compare.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { FilledField } from '@/lib/query/gateway.ts';
import { useTab } from '@/lib/query/page.ts';
import { useFillForm } from '@/lib/query/page-form.ts';
import styles from './Compare.module.css';
import { forForm } from './page-labels.ts';

interface FillFormProps {
  readonly tabId: number;
  readonly page: DetectedContact;
  readonly rows: readonly ComparedRow[];
}

/** The other direction: HighLevel's values into the page's own form, which is never saved by us. */
export function FillForm({ tabId, page, rows }: FillFormProps) {
  const filling = useFillForm(tabId, page);
  const tab = useTab(tabId).data;
  const reasons = tab?.status === 'contact' ? tab.reasons : [];
  const site = tab !== undefined && 'site' in tab ? tab.site.label : i18n.t('compare.page');
  const values = rows.flatMap((row) => {
    const value = forForm(row, reasons);
    return value ? [{ row, value }] : [];
  });
  if (values.length === 0) return null;
  return (
    <div className={styles.fill}>
      <div className={styles.acts}>
        <Button disabled={filling.isPending} onClick={() => filling.mutate(values.map(({ value }) => value))}>
          {i18n.t('compare.fill')}
        </Button>
        {values.length > 1 &&
          values.map(({ row, value }) => (
            <Button
              key={row.field.field}
              look="link"
              disabled={filling.isPending}
              aria-label={i18n.t('compare.fillOne', { field: row.field.label })}
              onClick={() => filling.mutate([value])}
            >
              {i18n.t('compare.only', { field: row.field.label })}
            </Button>
          ))}
      </div>
      <div role="status">{filling.data && <Outcome filled={filling.data} site={site} />}</div>
      {filling.error !== null && <ErrorNote error={filling.error} />}
    </div>
  );
}

function Outcome({ filled, site }: { readonly filled: readonly FilledField[]; readonly site: string }) {
  const isOpen = filled.some(({ outcome }) => outcome !== 'missing');
  if (!isOpen) return <p className={styles.hint}>{i18n.t('compare.openForm', { site })}</p>;
  return (
    <>
      <ul className={styles.outcomes}>
        {filled.map(({ label, outcome }) => (
          <li key={label}>
            <Text>{label}</Text>: {i18n.t(`compare.${outcome}`)}
          </li>
        ))}
      </ul>
      {filled.some(({ outcome }) => outcome === 'filled') && <p>{i18n.t('compare.pressSave', { site })}</p>}
    </>
  );
}
