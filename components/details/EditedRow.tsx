import { i18n } from '#i18n';
import type { DetailsDraft } from '@/components/drafts/draft.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { type FieldProblem, problemOf } from '@/lib/contact/changes.ts';
import { type ContactFields, fieldValue } from '@/lib/contact/fields.ts';
import { useUsers } from '@/lib/query/users.ts';
import styles from './Details.module.css';
import { FieldInput } from './FieldInput.tsx';
import { valueText } from './field-text.ts';
import { type EditedField, useEditedField } from './use-details-draft.ts';

interface EditedRowProps {
  readonly draft: DetailsDraft;
  readonly contact: ContactFields;
  readonly shown: EditedField;
  /** The person has tried to save, so that what is wrong is said. */
  readonly isChecked: boolean;
}

const PROBLEMS: Readonly<Record<FieldProblem, () => string>> = {
  email: () => i18n.t('details.problemEmail'),
  phone: () => i18n.t('details.problemPhone'),
  website: () => i18n.t('details.problemWebsite'),
  number: () => i18n.t('details.problemNumber'),
  date: () => i18n.t('details.problemDate'),
};

const WIDE = new Set(['email', 'phone', 'assignedTo', 'address1', 'website', 'timezone']);

/** One field of the form; says when HighLevel has something else by now than what the person began to change. */
export function EditedRow({ draft, contact, shown, isChecked }: EditedRowProps) {
  const { edit, typed, hasMoved, change, useTheirs, keepMine } = useEditedField(draft, contact, shown);
  const problem = edit && isChecked ? problemOf(edit) : undefined;
  const isWide = WIDE.has(shown.field) || shown.kind === 'longText' || shown.kind === 'choices';
  return (
    <div className={isWide ? styles.wide : styles.field}>
      <FieldInput shown={shown} typed={typed} onTyped={change} problem={problem && PROBLEMS[problem]()} />
      {hasMoved && (
        <div className={styles.theirs} aria-live="polite">
          <Theirs contact={contact} shown={shown} />
          <span>
            <Button look="link" aria-label={i18n.t('details.useTheirsOf', { field: shown.label })} onClick={useTheirs}>
              {i18n.t('details.useTheirs')}
            </Button>
            <Button look="link" aria-label={i18n.t('details.keepMineOf', { field: shown.label })} onClick={keepMine}>
              {i18n.t('details.keepMine')}
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}

function Theirs({ contact, shown }: Pick<EditedRowProps, 'contact' | 'shown'>) {
  const users = useUsers(shown.kind === 'owner');
  const text = valueText(shown.kind, fieldValue(contact, shown.field), users);
  return text === '' ? (
    i18n.t('details.theirsEmpty')
  ) : (
    <Phrase sentence={i18n.t('details.theirs', { value: SLOT })} words={text.slice(0, 500)} />
  );
}
