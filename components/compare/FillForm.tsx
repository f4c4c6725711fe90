import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { FilledField } from '@/lib/query/gateway.ts';
import styles from './Compare.module.css';
import type { FormFilling } from './use-filling.ts';

/** The other direction: HighLevel's values into the page's own form, which is never saved by us. */
export function FillForm({ filling: { site, isPending, filled, error, fillAll } }: { readonly filling: FormFilling }) {
  if (fillAll === undefined) return null;
  return (
    <div className={styles.fill}>
      <div className={styles.acts}>
        <Button disabled={isPending} onClick={fillAll}>
          {i18n.t('compare.fill')}
        </Button>
      </div>
      <div role="status">{filled && <Outcome filled={filled} site={site} />}</div>
      {error !== null && <ErrorNote error={error} />}
    </div>
  );
}

function Outcome({ filled, site }: { readonly filled: readonly FilledField[]; readonly site: string }) {
  const isOpen = filled.some(({ outcome }) => outcome !== 'missing');
  if (!isOpen) return <p className={styles.told}>{i18n.t('compare.openForm', { site })}</p>;
  return (
    <div className={styles.told}>
      <ul className={styles.outcomes}>
        {filled.map(({ label, outcome }) => (
          <li key={label}>
            <Text>{label}</Text>: {i18n.t(`compare.${outcome}`)}
          </li>
        ))}
      </ul>
      {filled.some(({ outcome }) => outcome === 'filled') && <p>{i18n.t('compare.pressSave', { site })}</p>}
    </div>
  );
}
