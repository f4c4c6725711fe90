import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { toAppError } from '@/lib/core/errors.ts';
import { Field } from './Field.tsx';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { ScopeList } from './ScopeList.tsx';
import { TokenField } from './TokenField.tsx';
import { Trouble } from './Trouble.tsx';
import { toLocationId } from './typed-values.ts';
import { useConnecting } from './use-connection.ts';

/** Connecting by a private integration token; `locationId` fills the field for a renewed token. */
export function TokenConnect({ locationId }: { readonly locationId: string }) {
  const gateway = useOptionsGateway();
  const [token, setToken] = useState('');
  const [location, setLocation] = useState(locationId);
  const connecting = useConnecting(() => gateway.connectWithToken({ token: token.trim(), locationId: toLocationId(location) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    connecting.mutate();
  };
  return (
    <form className={styles.way} onSubmit={submit}>
      <h3>{i18n.t('options.token.title')}</h3>
      <p className={styles.quiet}>{i18n.t('options.token.about')}</p>
      <ScopeList />
      <TokenField value={token} onChange={setToken} />
      <Field
        label={i18n.t('options.token.location')}
        hint={i18n.t('options.token.locationHint')}
        value={location}
        onChange={setLocation}
        required
      />
      <Button type="submit" look="main" className={styles.start} disabled={connecting.isPending}>
        {i18n.t('options.token.button')}
      </Button>
      <p className={styles.quiet} role="status">
        {connecting.isPending ? i18n.t('options.token.checking') : ''}
      </p>
      {connecting.error !== null && (
        <Trouble error={connecting.error} {...ownSentence(connecting.error)} onRetry={() => connecting.mutate()} />
      )}
    </form>
  );
}

/** With a token in hand these errors mean something more exact than elsewhere. */
function ownSentence(error: unknown): { sentence?: string } {
  const { code } = toAppError(error);
  if (code === 'sign_in_failed' || code === 'reconnect_needed') return { sentence: i18n.t('options.token.refused') };
  return code === 'wrong_location' ? { sentence: i18n.t('options.token.wrongLocation') } : {};
}
