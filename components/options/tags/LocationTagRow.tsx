import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import styles from '@/components/options/options.module.css';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { Connection } from '@/lib/auth/types.ts';
import { displayText } from '@/lib/core/display-text.ts';
import type { Tag } from '@/lib/ghl/models.ts';
import { DeleteTag } from './DeleteTag.tsx';
import { RenameTag } from './RenameTag.tsx';
import { TagWriteState } from './TagWriteState.tsx';
import type { TagWrites } from './use-tag-writes.ts';

interface LocationTagRowProps {
  readonly tag: Tag;
  /** All of the location's. */
  readonly tags: readonly Tag[];
  readonly writes: TagWrites;
  readonly kind: Connection['kind'];
}

/** One tag of the location: its name, and the ways to rename and delete it. */
export function LocationTagRow({ tag, tags, writes, kind }: LocationTagRowProps) {
  const [asked, setAsked] = useState<'rename' | 'delete' | null>(null);
  const entry = writes.entries.findLast(({ operation, state }) => 'tagId' in operation && operation.tagId === tag.id && state !== 'sent');
  const name = displayText(tag.name);
  const close = () => setAsked(null);
  return (
    <li>
      <div className={styles.ownRow}>
        <span>
          <Text>{tag.name}</Text>
          {entry?.operation.kind === 'renameTag' && <> → {displayText(entry.operation.to)}</>}
        </span>
        {entry === undefined ? (
          <span>
            <Button look="icon" aria-label={i18n.t('options.locationTags.renameOf', { tag: name })} onClick={() => setAsked('rename')}>
              <Pencil size={14} aria-hidden="true" />
            </Button>
            <Button look="icon" aria-label={i18n.t('options.locationTags.deleteOf', { tag: name })} onClick={() => setAsked('delete')}>
              <Trash2 size={14} aria-hidden="true" />
            </Button>
          </span>
        ) : (
          <TagWriteState entry={entry} writes={writes} kind={kind} />
        )}
      </div>
      {asked === 'rename' && <RenameTag tag={tag} tags={tags} writes={writes} onDone={close} />}
      {asked === 'delete' && <DeleteTag tag={tag} writes={writes} onDone={close} />}
    </li>
  );
}
