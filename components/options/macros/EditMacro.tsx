import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { Field } from '@/components/options/Field.tsx';
import styles from '@/components/options/options.module.css';
import { Button } from '@/components/ui/Button.tsx';
import type { Macro } from '@/lib/macros/macro.ts';
import { KeyField } from './KeyField.tsx';
import { LongField } from './LongField.tsx';
import { asTyped, checkTyped, type TypedMacro, toMacro } from './typed-macro.ts';

interface EditMacroProps {
  /** Absent for a new one. */
  readonly macro?: Macro;
  readonly others: readonly Macro[];
  /** Resolves to whether it is stored. */
  readonly onSave: (macro: Macro) => Promise<boolean>;
  readonly onDone: () => void;
}

/** A macro as a form. What is left empty is not written when it runs. */
export function EditMacro({ macro, others, onSave, onDone }: EditMacroProps) {
  const [typed, setTyped] = useState(() => asTyped(macro));
  const saving = useMutation({
    mutationFn: async () => {
      const problem = await checkTyped(typed, others);
      if (problem === undefined && (await onSave(toMacro(typed, macro?.id ?? crypto.randomUUID())))) onDone();
      return problem;
    },
  });
  const set = (name: keyof TypedMacro) => (text: string) => setTyped({ ...typed, [name]: text });
  function submit(event: FormEvent) {
    event.preventDefault();
    saving.mutate();
  }
  return (
    <form
      className={styles.question}
      aria-label={macro === undefined ? i18n.t('options.macros.add') : i18n.t('options.macros.edit')}
      onSubmit={submit}
    >
      <Field label={i18n.t('options.macros.name')} value={typed.name} maxLength={60} onChange={set('name')} />
      <KeyField value={typed.key} taken={others.flatMap(({ key }) => key ?? [])} onChange={set('key')} />
      <Field label={i18n.t('options.macros.tags')} hint={i18n.t('options.macros.tagsHint')} value={typed.tags} onChange={set('tags')} />
      <LongField
        label={i18n.t('options.macros.note')}
        hint={i18n.t('options.macros.placeholders', { name: '{name}', date: '{date}' })}
        value={typed.note}
        onChange={set('note')}
      />
      <Field label={i18n.t('options.macros.task')} value={typed.title} maxLength={200} onChange={set('title')} />
      <Field
        label={i18n.t('options.macros.due')}
        hint={i18n.t('options.macros.dueHint')}
        value={typed.due}
        maxLength={100}
        onChange={set('due')}
      />
      <LongField label={i18n.t('options.macros.details')} value={typed.details} onChange={set('details')} />
      {saving.data !== undefined && (
        <p role="alert" className={styles.trouble}>
          {saving.data}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" disabled={saving.isPending}>
          {i18n.t('options.macros.save')}
        </Button>
        <Button onClick={onDone}>{i18n.t('options.macros.cancel')}</Button>
      </div>
    </form>
  );
}
