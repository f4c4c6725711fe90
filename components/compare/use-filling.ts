import { i18n } from '#i18n';
import type { ComparedRow } from '@/lib/contact/compare.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { FilledField } from '@/lib/query/gateway.ts';
import { useTab } from '@/lib/query/page.ts';
import { useFillForm } from '@/lib/query/page-form.ts';
import { forForm } from './page-labels.ts';

/** Putting HighLevel's values into the page's open form. */
export interface FormFilling {
  /** What the site is called. */
  readonly site: string;
  readonly isPending: boolean;
  /** What became of the last ones. */
  readonly filled: readonly FilledField[] | undefined;
  readonly error: Error | null;
  /** `undefined`: HighLevel has nothing to fill in. */
  readonly fillAll: (() => void) | undefined;
  fillOne(row: ComparedRow): (() => void) | undefined;
}

export function useFilling(tabId: number, page: DetectedContact, rows: readonly ComparedRow[]): FormFilling {
  const { mutate, isPending, data, error } = useFillForm(tabId, page);
  const tab = useTab(tabId).data;
  const reasons = tab?.status === 'contact' ? tab.reasons : [];
  const values = rows.flatMap((row) => forForm(row, reasons) ?? []);
  return {
    site: tab !== undefined && 'site' in tab ? tab.site.label : i18n.t('compare.page'),
    isPending,
    filled: data,
    error,
    fillAll: values.length === 0 ? undefined : () => mutate(values),
    fillOne(row) {
      const value = forForm(row, reasons);
      return value && (() => mutate([value]));
    },
  };
}
