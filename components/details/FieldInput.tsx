import { type AriaAttributes, type ComponentProps, useId } from 'react';
import fields from '@/components/ui/Field.module.css';
import type { Typed } from '@/lib/contact/changes.ts';
import type { FieldKind } from '@/lib/contact/fields.ts';
import { displayText } from '@/lib/core/display-text.ts';
import { ChoicesInput } from './ChoicesInput.tsx';
import { DateInput } from './DateInput.tsx';
import styles from './Details.module.css';
import { SelectInput } from './SelectInput.tsx';
import type { EditedField } from './use-details-draft.ts';

interface FieldInputProps {
  readonly shown: EditedField;
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  /** Why this cannot be saved. */
  readonly problem: string | undefined;
}

/** Numbers are typed as text: a number field would say nothing of what it cannot read, which would look like emptying it. */
const TEXT_INPUTS: Partial<Record<FieldKind, ComponentProps<'input'>>> = {
  text: {},
  email: { type: 'email' },
  phone: { type: 'tel' },
  website: { inputMode: 'url' },
  number: { inputMode: 'decimal' },
};

/** A labelled control of the field's kind. */
export function FieldInput({ shown, typed, onTyped, problem }: FieldInputProps) {
  const id = useId();
  if (typeof typed !== 'string') return <ChoicesInput shown={shown} ticked={typed} onTicked={onTyped} />;
  const rest: Rest = problem === undefined ? { id } : { id, 'aria-invalid': true, 'aria-describedby': `${id}-problem` };
  return (
    <div className={styles.field}>
      <div className={fields.label}>
        <label htmlFor={id}>{displayText(shown.label)}</label>
        <Control shown={shown} typed={typed} onTyped={onTyped} rest={rest} />
      </div>
      {problem !== undefined && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

type Rest = AriaAttributes & { readonly id: string };

interface ControlProps {
  readonly shown: EditedField;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly rest: Rest;
}

function Control({ shown: { kind, options }, typed, onTyped, rest }: ControlProps) {
  if (kind === 'date') return <DateInput value={typed} onDay={onTyped} {...rest} />;
  if (kind === 'longText')
    return (
      <textarea
        {...rest}
        className={`${fields.input} ${fields.area}`}
        rows={2}
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
      />
    );
  const attributes = TEXT_INPUTS[kind];
  if (attributes === undefined) return <SelectInput id={rest.id} kind={kind} options={options} value={typed} onPick={onTyped} />;
  return (
    <input
      className={fields.input}
      autoComplete="off"
      spellCheck={false}
      {...attributes}
      {...rest}
      value={typed}
      onChange={(event) => onTyped(event.target.value)}
    />
  );
}
