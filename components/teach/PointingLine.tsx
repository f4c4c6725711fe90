import { i18n } from '#i18n';
import { fieldName } from '@/components/site/field-names.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { Field } from '@/lib/crm/adapter.ts';
import styles from './Teach.module.css';

/** What is to be done now: read the list, or point at something on the page. */
export function PointingLine({ field, onCancel }: { readonly field: Field | undefined; readonly onCancel: () => void }) {
  return (
    <div role="status" className={field === undefined ? undefined : styles.pointing}>
      {field === undefined ? i18n.t('teach.fields.what') : i18n.t('teach.fields.point', { field: fieldName(field) })}{' '}
      {field !== undefined && (
        <Button look="link" onClick={onCancel}>
          {i18n.t('teach.fields.stop')}
        </Button>
      )}
    </div>
  );
}
