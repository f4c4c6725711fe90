import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { fieldTitle } from '@/components/site/field-names.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { Field as FieldName } from '@/lib/crm/adapter.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { parseRule, withPath, writeRule } from '@/lib/query/rule-file.ts';
import { Field } from './Field.tsx';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { Trouble } from './Trouble.tsx';

/** Changes what can be changed by hand: the name, the path of records, and which fields are read. */
export function EditRule({ rule, onDone }: { readonly rule: TaughtRule; readonly onDone: () => void }) {
  const { sites } = useOptionsGateway();
  const [draft, setDraft] = useState(rule);
  const saving = useMutation({ mutationFn: async () => sites.keepRule(parseRule(writeRule(draft))), onSuccess: onDone });
  function submit(event: FormEvent) {
    event.preventDefault();
    saving.mutate();
  }
  return (
    <form className={styles.question} onSubmit={submit}>
      <Field
        label={i18n.t('options.taught.label')}
        value={draft.label}
        maxLength={80}
        onChange={(label) => setDraft({ ...draft, label })}
      />
      <Field
        label={i18n.t('options.taught.path')}
        hint={i18n.t('options.taught.pathHint')}
        value={draft.path}
        onChange={(path) => setDraft(withPath({ ...draft, recordId: rule.recordId }, path))}
      />
      <TaughtFields fields={draft.fields} onChange={(fields) => setDraft({ ...draft, fields })} />
      <p className={styles.hint}>{i18n.t('options.taught.editUnchecked')}</p>
      {saving.error !== null && <Trouble error={saving.error} />}
      <div className={styles.buttons}>
        <Button type="submit" disabled={saving.isPending}>
          {i18n.t('options.taught.save')}
        </Button>
        <Button onClick={onDone}>{i18n.t('options.taught.cancel')}</Button>
      </div>
    </form>
  );
}

interface TaughtFieldsProps {
  readonly fields: TaughtRule['fields'];
  readonly onChange: (fields: TaughtRule['fields']) => void;
}

function TaughtFields({ fields, onChange }: TaughtFieldsProps) {
  // The keys of `fields` are fields.
  const names = Object.keys(fields) as FieldName[];
  return (
    <fieldset className={styles.taughtFields}>
      <legend>{i18n.t('options.taught.fields')}</legend>
      <ul>
        {names.map((name) => (
          <li key={name} className={styles.ownRow}>
            <span>{fieldTitle(name)}</span>
            <Button
              look="link"
              aria-label={i18n.t('options.taught.removeField', { field: fieldTitle(name) })}
              onClick={() => onChange(Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name)))}
            >
              {i18n.t('options.taught.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
