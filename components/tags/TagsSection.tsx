import type { UseQueryResult } from '@tanstack/react-query';
import { type RefObject, useMemo } from 'react';
import { i18n } from '#i18n';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Section } from '@/components/ui/Section.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { entriesFor, overlayTags } from '@/lib/outbox/overlay.ts';
import { useCommitWrite, useOutbox } from '@/lib/query/outbox.ts';
import { useSettingValue } from '@/lib/query/settings.ts';
import { AddTag } from './AddTag.tsx';
import { TagChip } from './TagChip.tsx';
import styles from './Tags.module.css';
import { isTagIn } from './tag-choices.ts';

interface TagsSectionProps {
  readonly target: Target & { readonly contactId: string };
  readonly contact: Pick<UseQueryResult<Contact>, 'data' | 'error'>;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** The contact's tags, as they will be once everything pending has gone. */
export function TagsSection({ target, contact, field }: TagsSectionProps) {
  const { locationId, contactId } = target;
  const entries = useOutbox();
  const write = useCommitWrite();
  const automation = useSettingValue('automationTags') ?? [];
  const tags = useMemo(
    () => contact.data && overlayTags(contact.data.tags, entriesFor(entries, locationId, contactId)),
    [contact.data, entries, locationId, contactId],
  );
  return (
    <Section name={i18n.t('tags.title')} isBare>
      {tags === undefined ? (
        contact.error === null && <Skeleton look="chips" rows={3} />
      ) : (
        <div className={styles.line}>
          {tags.length > 0 && (
            <ul className={styles.tags}>
              {tags.map((tag) => (
                <TagChip
                  key={tag.name}
                  tag={tag}
                  startsAutomation={isTagIn(automation, tag.name)}
                  onRemove={() => write.mutate({ operation: { kind: 'removeTag', tag: tag.name }, target })}
                />
              ))}
            </ul>
          )}
          <AddTag
            field={field}
            taken={tags.map(({ name }) => name)}
            onAdd={({ name: tag }) => write.mutate({ operation: { kind: 'addTag', tag }, target })}
          />
        </div>
      )}
      {write.error !== null && <ErrorNote error={write.error} />}
    </Section>
  );
}
