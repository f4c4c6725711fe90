import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { DetailsDraft } from '@/components/drafts/draft.ts';
import { useSaveDraft } from '@/components/drafts/use-save-draft.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { changesOf, problemOf } from '@/lib/contact/changes.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { useCustomFields } from '@/lib/query/custom-fields.ts';
import { ChangeSummary } from './ChangeSummary.tsx';
import styles from './Details.module.css';
import { EditedRow } from './EditedRow.tsx';
import { FieldRow } from './FieldRow.tsx';
import { fieldText } from './field-text.ts';
import { customFields, type ShownField, standardFields } from './shown-field.ts';
import type { EditedField } from './use-details-draft.ts';

interface DetailsFormProps {
  readonly draft: DetailsDraft;
  readonly contact: Contact;
  readonly onClose: () => void;
}

/** All fields that can be changed, as a form for the contact it was opened for; one write for all that is changed. */
export function DetailsForm({ draft, contact, onClose }: DetailsFormProps) {
  const { save, error, isSaving } = useSaveDraft();
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const definitions = useCustomFields(true);
  const shown = [...standardFields(), ...customFields(definitions.fields ?? [])];
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (draft.edits.every((edit) => problemOf(edit) === undefined)) return changesOf(draft.edits).length === 0 ? onClose() : save(draft);
    // Said by the next painting, which is where the focus goes.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  }
  return (
    <form ref={form} className={styles.form} aria-label={i18n.t('details.edit')} noValidate onSubmit={submit}>
      {shown.filter(isEdited).map((field) => (
        <EditedRow key={field.field} draft={draft} contact={contact} shown={field} isChecked={isChecked} />
      ))}
      <OnlyShown contact={contact} fields={shown.filter((field) => !isEdited(field))} />
      <div className={styles.wide}>
        {definitions.error !== null && <ErrorNote error={definitions.error} />}
        <ChangeSummary edits={draft.edits} />
        {error !== null && <ErrorNote error={error} />}
        <div className={styles.acts}>
          <Button type="submit" look="main" disabled={isSaving}>
            {i18n.t('details.save')}
          </Button>
          <Button onClick={onClose}>{i18n.t('details.cancel')}</Button>
        </div>
      </div>
    </form>
  );
}

function isEdited(field: ShownField): field is EditedField {
  return field.kind !== undefined;
}

/** Fields of kinds that HighLevel would take silently and wrongly. */
function OnlyShown({ contact, fields }: { readonly contact: Contact; readonly fields: readonly ShownField[] }) {
  const filled = fields.map((field) => ({ ...field, value: fieldText(contact, field, []) })).filter(({ value }) => value !== '');
  if (filled.length === 0) return null;
  return (
    <dl className={styles.wide}>
      {filled.map(({ field, label, value }) => (
        <FieldRow key={field} label={label} value={value}>
          <span className={styles.hint}>{i18n.t('details.notEditable')}</span>
        </FieldRow>
      ))}
    </dl>
  );
}
