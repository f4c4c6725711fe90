import type { RefObject } from 'react';
import { i18n } from '#i18n';
import fields from '@/components/ui/Field.module.css';
import { Field } from '@/components/ui/Field.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Business } from '@/lib/ghl/models.ts';
import styles from './Business.module.css';
import { BUSINESS_FIELDS, keyWords, simpleCustomFields, type TypedBusiness } from './business-fields.ts';

interface BusinessFieldsProps {
  readonly business: Business;
  readonly typed: TypedBusiness;
  readonly first: RefObject<HTMLInputElement | null>;
  readonly onTyped: (field: string, text: string) => void;
}

/** The form's fields. The name may not be emptied, and the browser says what is no e-mail. */
export function BusinessFields({ business, typed, first, onTyped }: BusinessFieldsProps) {
  const custom = simpleCustomFields(business);
  return (
    <>
      <div className={`${styles.fields} ${styles.own}`}>
        {BUSINESS_FIELDS.map(({ name, label, type }) => {
          const value = typed[name] ?? business[name] ?? '';
          if (type === 'area') return <Area key={name} label={label()} value={value} onText={(text) => onTyped(name, text)} />;
          return (
            <Field
              key={name}
              ref={name === 'name' ? first : null}
              label={label()}
              type={type}
              value={value}
              required={name === 'name'}
              pattern={name === 'name' ? '.*\\S.*' : undefined}
              autoComplete="off"
              onText={(text) => onTyped(name, text)}
            />
          );
        })}
      </div>
      {custom.length > 0 && (
        <fieldset className={styles.fields}>
          <legend>{i18n.t('business.customFields')}</legend>
          {custom.map(({ id, value }) => (
            <Field
              key={id}
              label={displayText(keyWords(id))}
              value={typed[`custom:${id}`] ?? String(value)}
              inputMode={typeof value === 'number' ? 'decimal' : undefined}
              autoComplete="off"
              onText={(text) => onTyped(`custom:${id}`, text)}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

function Area({ label, value, onText }: { readonly label: string; readonly value: string; readonly onText: (text: string) => void }) {
  return (
    <label className={`${fields.label} ${styles.wide}`}>
      {label}
      <textarea className={`${fields.input} ${fields.area}`} rows={2} value={value} onChange={(event) => onText(event.target.value)} />
    </label>
  );
}
