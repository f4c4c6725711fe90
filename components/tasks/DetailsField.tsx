import { useState } from 'react';
import { i18n } from '#i18n';
import fields from '@/components/ui/Field.module.css';

interface DetailsFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** HighLevel has formatted text, of which this is the plain one. */
  readonly isFormatted?: boolean;
}

/** What else is to be said about a task. */
export function DetailsField({ value, onChange, isFormatted = false }: DetailsFieldProps) {
  const [first] = useState(value);
  return (
    <>
      <label className={fields.label}>
        {i18n.t('tasks.fieldDetails')}
        <textarea className={`${fields.input} ${fields.area}`} rows={2} value={value} onChange={(event) => onChange(event.target.value)} />
      </label>
      {isFormatted && value !== first && <p className={fields.hint}>{i18n.t('tasks.losesFormat')}</p>}
    </>
  );
}
