import { i18n } from '#i18n';
import { fieldTitle } from '@/components/site/field-names.ts';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import type { Reason, SourceKind } from '@/lib/crm/adapter.ts';
import styles from './ContactHeader.module.css';

/** Where on the page each thing was read. */
export function PageReasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ field, source, label = '' }) => (
        <li key={`${field} ${source} ${label}`}>
          <Phrase sentence={sentence(fieldTitle(field), source, label !== '')} words={label} />
        </li>
      ))}
    </ul>
  );
}

function sentence(field: string, source: SourceKind, isNamed: boolean): string {
  switch (source) {
    case 'field':
    case 'input':
      return isNamed ? i18n.t('reasons.fieldNamed', { field, label: SLOT }) : i18n.t('reasons.field', { field });
    case 'label':
      return isNamed ? i18n.t('reasons.labelNamed', { field, label: SLOT }) : i18n.t('reasons.label', { field });
    case 'link':
      return i18n.t('reasons.link', { field });
    case 'highlights':
      return i18n.t('reasons.highlights', { field });
    case 'heading':
      return i18n.t('reasons.heading', { field });
    case 'title':
      return i18n.t('reasons.title', { field });
    case 'data':
      return i18n.t('reasons.data', { field });
    case 'address':
      return i18n.t('reasons.address', { field });
    case 'text':
      return i18n.t('reasons.text', { field });
    case 'taught':
      return i18n.t('reasons.taught', { field });
  }
}
