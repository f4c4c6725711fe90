import { type KeyboardEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from './Button.tsx';
import fields from './Field.module.css';
import styles from './RichTextEditor.module.css';
import { linkAddress } from './rich-text-look.ts';

interface RichTextLinkFormProps {
  /** Of the link the cursor is in. */
  readonly href: string | undefined;
  /** Without a change the link stays as it is; an address of `undefined` takes it away. */
  readonly onDone: (change?: { readonly href: string | undefined }) => void;
}

/** Asks where a link leads. No form element: it stands within one. */
export function RichTextLinkForm({ href, onDone }: RichTextLinkFormProps) {
  const [typed, setTyped] = useState(href ?? '');
  const [isRefused, setRefused] = useState(false);
  const problem = useId();
  function apply() {
    const address = linkAddress(typed);
    setRefused(address === undefined);
    if (address !== undefined) onDone({ href: address });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') apply();
    else onDone();
  }
  return (
    <div className={styles.link}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the button just pressed
        autoFocus
        className={fields.input}
        aria-label={i18n.t('editor.linkAddress')}
        placeholder={i18n.t('editor.linkAddress')}
        aria-invalid={isRefused}
        aria-describedby={isRefused ? problem : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button onClick={apply}>{i18n.t('editor.setLink')}</Button>
      {href !== undefined && <Button onClick={() => onDone({ href: undefined })}>{i18n.t('editor.removeLink')}</Button>}
      {isRefused && (
        <p id={problem} role="alert" className={fields.problem}>
          {i18n.t('editor.linkRefused')}
        </p>
      )}
    </div>
  );
}
