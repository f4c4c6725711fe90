import { i18n } from '#i18n';
import styles from '@/components/options/options.module.css';
import { Button } from '@/components/ui/Button.tsx';
import type { Tried } from './use-tried.ts';

/** Finds out what a private token may read. */
export function CheckAbilities({ tried }: { readonly tried: Tried }) {
  return (
    <>
      <p className={styles.quiet}>{i18n.t('abilities.byToken')}</p>
      <Button className={styles.start} disabled={tried.state === 'checking'} onClick={tried.check}>
        {i18n.t('abilities.check')}
      </Button>
      <p className={styles.done} role="status">
        {wordsFor(tried.state)}
      </p>
    </>
  );
}

function wordsFor(state: Tried['state']): string {
  switch (state) {
    case 'quiet':
      return '';
    case 'checking':
      return i18n.t('abilities.checking');
    case 'checked':
      return i18n.t('abilities.checked');
    case 'partly':
      return i18n.t('abilities.partly');
  }
}
