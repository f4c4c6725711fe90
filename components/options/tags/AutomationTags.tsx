import { useState } from 'react';
import { i18n } from '#i18n';
import { useOptionsGateway } from '@/components/options/gateway.tsx';
import styles from '@/components/options/options.module.css';
import { SaveState } from '@/components/options/SaveState.tsx';
import { useSetting } from '@/components/options/use-setting.ts';
import { TagChip } from '@/components/tags/TagChip.tsx';
import { TagCombobox } from '@/components/tags/TagCombobox.tsx';
import tagStyles from '@/components/tags/Tags.module.css';
import { useLocationTags } from './use-location-tags.ts';

/** The schema of the setting takes no more. */
const MOST = 50;

/** The tags that a workflow of HighLevel's waits for: nobody but the person knows which these are. */
export function AutomationTags({ locationId }: { readonly locationId: string | undefined }) {
  const { settings } = useOptionsGateway();
  const { value: tags = [], failed, save } = useSetting(settings.automationTags);
  const favourites = useSetting(settings.favouriteTags).value ?? [];
  const [wasVisited, setVisited] = useState(false);
  const read = useLocationTags(wasVisited ? locationId : undefined);
  const world = { recent: [], favourites, known: read.data?.map(({ name }) => name), taken: tags };
  return (
    <div className={styles.field}>
      <p>{i18n.t('options.locationTags.automation')}</p>
      <div className={tagStyles.line}>
        {tags.length > 0 && (
          <ul className={tagStyles.tags}>
            {tags.map((name) => (
              <TagChip key={name} tag={{ name }} startsAutomation onRemove={() => void save(tags.filter((other) => other !== name))} />
            ))}
          </ul>
        )}
        {tags.length < MOST && (
          <TagCombobox
            className={`${styles.input} ${styles.afterTags}`}
            label={i18n.t('options.locationTags.addAutomation')}
            world={world}
            automation={[]}
            isReading={false}
            takesAny
            onVisit={() => setVisited(true)}
            onPick={({ name }) => void save([...tags, name])}
          />
        )}
      </div>
      <SaveState failed={failed} />
    </div>
  );
}
