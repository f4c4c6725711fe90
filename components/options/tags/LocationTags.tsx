import { useState } from 'react';
import { i18n } from '#i18n';
import { Field } from '@/components/options/Field.tsx';
import styles from '@/components/options/options.module.css';
import { Trouble } from '@/components/options/Trouble.tsx';
import type { Connection } from '@/lib/auth/types.ts';
import type { Tag } from '@/lib/ghl/models.ts';
import { LocationTagRow } from './LocationTagRow.tsx';
import { NewLocationTag } from './NewLocationTag.tsx';
import { TagWriteState } from './TagWriteState.tsx';
import { useLocationTags } from './use-location-tags.ts';
import { useTagWrites } from './use-tag-writes.ts';

const SHOWN = 15;

/** The location's own list of tags: everybody's, so a change of it is warned about. */
export function LocationTags({ connection }: { readonly connection: Connection }) {
  const { locationId, kind } = connection;
  const [words, setWords] = useState('');
  const read = useLocationTags(locationId);
  const writes = useTagWrites(locationId, () => void read.refetch());
  const tags = read.data ?? [];
  const found = tags.filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()));
  const isBeingMade = writes.entries.filter(({ operation }) => operation.kind === 'createTag');
  return (
    <details className={styles.own}>
      <summary>{i18n.t('options.locationTags.manage')}</summary>
      <p className={styles.warning}>{i18n.t('options.locationTags.warning')}</p>
      {read.error !== null && <Trouble error={read.error} onRetry={() => void read.refetch()} />}
      {read.data !== undefined && (
        <>
          <NewLocationTag tags={tags} writes={writes} />
          {isBeingMade.map((entry) => (
            <div key={entry.opId} className={styles.ownRow}>
              {entry.operation.kind === 'createTag' && entry.operation.tag}
              <TagWriteState entry={entry} writes={writes} kind={kind} />
            </div>
          ))}
          {tags.length > SHOWN && <Field label={i18n.t('options.locationTags.find')} value={words} onChange={setWords} />}
          <ul aria-label={i18n.t('options.locationTags.list')}>
            {found.slice(0, SHOWN).map((tag: Tag) => (
              <LocationTagRow key={tag.id} tag={tag} tags={tags} writes={writes} kind={kind} />
            ))}
          </ul>
          {found.length > SHOWN && <p className={styles.hint}>{i18n.t('tags.more', found.length - SHOWN)}</p>}
          {found.length === 0 && <p className={styles.quiet}>{i18n.t('options.locationTags.none')}</p>}
        </>
      )}
      {writes.commit.error !== null && <Trouble error={writes.commit.error} />}
    </details>
  );
}
