import { useState } from 'react';
import { i18n } from '#i18n';
import { TagCombobox } from '@/components/tags/TagCombobox.tsx';
import { Button } from '@/components/ui/Button.tsx';
import fields from '@/components/ui/Field.module.css';
import { Text } from '@/components/ui/Text.tsx';
import { useRecentTags } from '@/lib/query/acts.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useSettingValue } from '@/lib/query/settings.ts';
import { useGhl } from '@/lib/query/use-ghl.ts';
import styles from './Business.module.css';

interface TagChoiceFieldsProps {
  readonly tag: string | undefined;
  readonly adds: boolean;
  readonly onTag: (tag: string | undefined) => void;
  readonly onAdds: (adds: boolean) => void;
}

const TAGS_STALE_MS = 5 * 60_000;

/** Which tag, and whether it is added or removed. */
export function TagChoiceFields({ tag, adds, onTag, onAdds }: TagChoiceFieldsProps) {
  const locationId = useLocationId();
  const [wasVisited, setVisited] = useState(false);
  const read = useGhl('tags.list', { locationId }, { enabled: wasVisited, staleTime: TAGS_STALE_MS });
  const automation = useSettingValue('automationTags') ?? [];
  const world = {
    recent: useRecentTags(),
    favourites: useSettingValue('favouriteTags') ?? [],
    known: read.data?.map(({ name }) => name),
    taken: [],
  };
  return (
    <div className={styles.fields}>
      <label className={fields.label}>
        {i18n.t('business.tagAct')}
        <select className={fields.input} value={adds ? 'add' : 'remove'} onChange={(event) => onAdds(event.target.value === 'add')}>
          <option value="add">{i18n.t('business.tagAdd')}</option>
          <option value="remove">{i18n.t('business.tagRemove')}</option>
        </select>
      </label>
      <div className={styles.tagField}>
        <span className={fields.label}>{i18n.t('business.tagWhich')}</span>
        {tag === undefined ? (
          <TagCombobox
            label={i18n.t('business.tagWhich')}
            world={world}
            automation={automation}
            isReading={read.data === undefined && read.error === null}
            className={fields.input}
            onVisit={() => setVisited(true)}
            onPick={({ name }) => onTag(name)}
          />
        ) : (
          <span className={styles.chosen}>
            <Text>{tag}</Text>
            <Button look="link" onClick={() => onTag(undefined)}>
              {i18n.t('business.tagOther')}
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}
