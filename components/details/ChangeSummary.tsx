import { i18n } from '#i18n';
import { Text } from '@/components/ui/Text.tsx';
import { changesOf, type FieldEdit } from '@/lib/contact/changes.ts';
import styles from './Details.module.css';

/** What will be sent, in one line, before it is. */
export function ChangeSummary({ edits }: { readonly edits: readonly FieldEdit[] }) {
  const changes = changesOf(edits);
  const names = changes.map(({ label, to }) => (to === null ? i18n.t('details.cleared', { field: label }) : label));
  return (
    <p className={styles.summary} aria-live="polite">
      {changes.length === 0 ? (
        i18n.t('details.nothingChanged')
      ) : (
        <Text>{i18n.t('details.changes', changes.length, { fields: names.join(', ') })}</Text>
      )}
    </p>
  );
}
