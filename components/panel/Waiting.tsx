import { i18n } from '#i18n';
import { StillFor } from '@/components/drafts/StillFor.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import styles from './Panel.module.css';

/** Nobody is known yet, so nobody is shown. */
export function Waiting({ sentence = i18n.t('panel.loading') }: { readonly sentence?: string }) {
  return (
    <>
      <StillFor contactId={undefined} recordId={undefined} />
      <section className={styles.waiting} aria-label={sentence}>
        <Skeleton rows={2} />
        <Skeleton look="chips" rows={3} />
        <Skeleton rows={4} />
        <Skeleton look="block" rows={1} />
      </section>
    </>
  );
}
