import { i18n } from '#i18n';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import styles from './Site.module.css';

interface SiteTroubleProps {
  /** What the site is called. */
  readonly site: string;
  readonly act: { readonly isRefused: boolean; readonly error: Error | null };
}

/** Why switching a site did not work: the person said no to the browser, or it failed. */
export function SiteTrouble({ site, act }: SiteTroubleProps) {
  return (
    <>
      {act.isRefused && (
        <p className={styles.refused} role="alert">
          <Phrase sentence={i18n.t('site.refused', { site: SLOT })} words={site} />
        </p>
      )}
      {act.error !== null && <ErrorNote error={act.error} />}
    </>
  );
}
