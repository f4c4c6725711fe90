import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { useTeaching } from '@/components/teach/Teaching.tsx';
import { Button } from '@/components/ui/Button.tsx';
import fields from '@/components/ui/Field.module.css';
import { Notice } from '@/components/ui/Notice.tsx';
import { useBrowserActs } from '@/lib/query/acts.ts';
import styles from './Site.module.css';
import { toOrigin } from './site-address.ts';

/** The browser does not tell us where this tab is: the person can. */
export function AskAddress({ tabId }: { readonly tabId: number }) {
  const { start } = useTeaching(tabId);
  const { openOptions } = useBrowserActs();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    const origin = toOrigin(typed);
    setWrong(origin === undefined);
    if (origin !== undefined) start({ place: null, origin });
  }
  return (
    <Notice>
      <p>
        {i18n.t('panel.unsupported')}{' '}
        <Button look="link" onClick={openOptions}>
          {i18n.t('panel.chooseSites')}
        </Button>
      </p>
      <p>{i18n.t('site.unseen')}</p>
      <form className={styles.address} onSubmit={submit}>
        <input
          className={fields.input}
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          aria-label={i18n.t('site.address')}
          aria-invalid={isWrong}
          placeholder="https://"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{i18n.t('site.teach')}</Button>
      </form>
      {isWrong && <p role="alert">{i18n.t('site.badAddress')}</p>}
    </Notice>
  );
}
