import { type RefObject, useState } from 'react';
import { i18n } from '#i18n';
import { useKeyAction } from '@/components/keyboard/KeyActions.tsx';
import fields from '@/components/ui/Field.module.css';
import { useRecentTags } from '@/lib/query/acts.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useSettingValue } from '@/lib/query/settings.ts';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { TagCombobox } from './TagCombobox.tsx';
import type { TagChoice } from './tag-choices.ts';

interface AddTagProps {
  readonly field: RefObject<HTMLInputElement | null>;
  /** Tags the contact has already. */
  readonly taken: readonly string[];
  readonly onAdd: (choice: TagChoice) => void;
}

const TAGS_STALE_MS = 5 * 60_000;

/** Adds a tag to the contact. The location's tags are read when the person first comes here. */
export function AddTag({ field, taken, onAdd }: AddTagProps) {
  const locationId = useLocationId();
  const [wasVisited, setVisited] = useState(false);
  const read = useGhl('tags.list', { locationId }, { enabled: wasVisited, staleTime: TAGS_STALE_MS });
  const world = {
    recent: useRecentTags(),
    favourites: useSettingValue('favouriteTags') ?? [],
    known: read.data?.map(({ name }) => name),
    taken,
  };
  useKeyAction('tag', () => {
    field.current?.focus();
    field.current?.click();
  });
  return (
    <>
      <TagCombobox
        label={i18n.t('tags.add')}
        world={world}
        automation={useSettingValue('automationTags') ?? []}
        isReading={read.data === undefined && read.error === null}
        field={field}
        onVisit={() => setVisited(true)}
        onPick={onAdd}
      />
      {wasVisited && read.data === undefined && read.error !== null && <p className={fields.hint}>{i18n.t('tags.unread')}</p>}
    </>
  );
}
