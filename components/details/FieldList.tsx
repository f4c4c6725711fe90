import { useState } from 'react';
import { i18n } from '#i18n';
import { PendingMark } from '@/components/outbox/PendingMark.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { webAddress } from '@/lib/core/web-address.ts';
import type { ContactAsItWillBe, Pending } from '@/lib/outbox/overlay.ts';
import { useCustomFields } from '@/lib/query/custom-fields.ts';
import { useUsers } from '@/lib/query/users.ts';
import styles from './Details.module.css';
import { DndRow } from './DndLine.tsx';
import { FieldRow } from './FieldRow.tsx';
import { fieldText } from './field-text.ts';
import { MoreAddresses } from './MoreAddresses.tsx';
import { customFields, type ShownField, standardFields } from './shown-field.ts';

const COPIED = new Set(['email', 'phone']);

interface FieldListProps {
  readonly contact: ContactAsItWillBe;
  /** The person wants to see what is empty. */
  readonly onExpand: () => void;
}

/** What HighLevel knows of the contact, field by field; what is empty is folded away. */
export function FieldList({ contact, onExpand }: FieldListProps) {
  const [showsEmpty, setShowsEmpty] = useState(false);
  const users = useUsers(contact.assignedTo !== undefined && contact.assignedTo !== '');
  const definitions = useCustomFields(showsEmpty || (contact.customFields ?? []).length > 0);
  const rows = [...standardFields(), ...customFields(definitions.fields ?? [])].map((shown) => ({
    ...shown,
    value: fieldText(contact, shown, users),
    pending: contact.pendingFields.get(shown.field),
  }));
  function toggle() {
    if (!showsEmpty) onExpand();
    setShowsEmpty(!showsEmpty);
  }
  const isEmpty = ({ value, pending }: { value: string; pending: Pending | undefined }) => value === '' && pending === undefined;
  const empty = rows.filter(isEmpty).length;
  return (
    <>
      <dl className={styles.fields}>
        {rows
          .filter((row) => showsEmpty || !isEmpty(row))
          .map((row) => (
            <Row key={row.field} row={row} />
          ))}
        <MoreAddresses contact={contact} />
        <DndRow contact={contact} />
      </dl>
      {definitions.error !== null && <ErrorNote error={definitions.error} />}
      {empty > 0 && (
        <Button look="link" aria-expanded={showsEmpty} onClick={toggle}>
          {showsEmpty ? i18n.t('details.hideEmpty') : i18n.t('details.showEmpty', empty)}
        </Button>
      )}
    </>
  );
}

interface RowProps {
  readonly row: ShownField & { readonly value: string; readonly pending: Pending | undefined };
}

function Row({ row }: RowProps) {
  const href = row.kind === 'website' ? webAddress(row.value)?.href : undefined;
  return (
    <FieldRow label={row.label} value={row.value} canCopy={COPIED.has(row.kind ?? '')} href={href}>
      {row.pending && <PendingMark pending={row.pending} />}
    </FieldRow>
  );
}
