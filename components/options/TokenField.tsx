import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from './Field.tsx';
import styles from './options.module.css';

interface TokenFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The token, masked by style and not by type: browsers offer to remember what stands in a password field. */
export function TokenField({ value, onChange }: TokenFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <Field
      label={i18n.t('options.token.token')}
      hint={i18n.t('options.token.tokenHint')}
      value={value}
      onChange={onChange}
      className={isShown ? '' : styles.masked}
      required
      data-1p-ignore
      data-lpignore="true"
      beside={
        <Button aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {i18n.t('options.token.show')}
        </Button>
      }
    />
  );
}
