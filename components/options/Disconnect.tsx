import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { Trouble } from './Trouble.tsx';
import { useConnecting } from './use-connection.ts';

/** Whoever asked by keyboard goes on where the question appears. */
const focus = (element: HTMLElement | null) => element?.focus();

/** Disconnecting asks first, and says what is waiting to be sent. */
export function Disconnect({ location }: { readonly location: string }) {
  const gateway = useOptionsGateway();
  const question = useId();
  const [isBack, setBack] = useState(false);
  // The count is asked for at the click: an old one would be a lie. Without it the question is asked all the same.
  const asking = useMutation({ mutationFn: () => gateway.countUnsent().catch(() => undefined) });
  const leaving = useConnecting(async () => {
    await gateway.disconnect();
    return null;
  });
  if (!asking.isSuccess)
    return (
      <Button ref={isBack ? focus : null} onClick={() => asking.mutate()}>
        {i18n.t('options.disconnect.button')}
      </Button>
    );
  const stay = () => {
    setBack(true);
    asking.reset();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in place of the question
    <div className={styles.question} role="group" aria-labelledby={question}>
      <p id={question}>
        {i18n.t('options.disconnect.ask', { location })} {unsentText(asking.data, location)}
      </p>
      <div className={styles.buttons}>
        <Button className={styles.danger} disabled={leaving.isPending} onClick={() => leaving.mutate()}>
          {i18n.t('options.disconnect.button')}
        </Button>
        <Button ref={focus} onClick={stay}>
          {i18n.t('options.disconnect.stay')}
        </Button>
      </div>
      {leaving.error !== null && <Trouble error={leaving.error} onRetry={() => leaving.mutate()} />}
    </div>
  );
}

function unsentText(count: number | undefined, location: string): string {
  if (count === undefined) return i18n.t('options.disconnect.uncounted');
  if (count === 0) return i18n.t('options.disconnect.nothingWaits');
  return `${i18n.t('options.disconnect.unsent', count)} ${i18n.t('options.disconnect.kept', { location })}`;
}
