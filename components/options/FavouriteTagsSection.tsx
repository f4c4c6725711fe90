import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { useOptionsGateway } from './gateway.tsx';
import { OptionSection } from './OptionSection.tsx';
import styles from './options.module.css';
import { SaveState } from './SaveState.tsx';
import { toTags } from './typed-values.ts';
import { useSetting } from './use-setting.ts';

const MAX_TAGS = 50;
const MAX_LENGTH = 200;

/** Tags that the context menu always offers. */
export function FavouriteTagsSection() {
  const { settings } = useOptionsGateway();
  const favourites = useSetting(settings.favouriteTags);
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [saved, setSaved] = useState(false);
  const tags = toTags(typed ?? '');
  const isTooMuch = tags.length > MAX_TAGS || tags.some((tag) => tag.length > MAX_LENGTH);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (typed === undefined || isTooMuch || !(await favourites.save(tags))) return;
    setTyped(undefined);
    setSaved(true);
  }

  return (
    <OptionSection title={i18n.t('options.tags.title')} about={i18n.t('options.tags.about')}>
      <form className={styles.field} onSubmit={(event) => void save(event)}>
        <label htmlFor={id}>{i18n.t('options.tags.label')}</label>
        <textarea
          id={id}
          rows={4}
          className={styles.input}
          aria-describedby={`${id}-hint`}
          aria-invalid={isTooMuch}
          disabled={favourites.value === undefined}
          value={typed ?? favourites.value?.join('\n') ?? ''}
          onChange={(event) => {
            setTyped(event.target.value);
            setSaved(false);
          }}
        />
        <p id={`${id}-hint`} className={isTooMuch ? styles.wrong : styles.hint}>
          {i18n.t(isTooMuch ? 'options.tags.tooMuch' : 'options.tags.hint')}
        </p>
        <Button type="submit" className={styles.start}>
          {i18n.t('options.tags.save')}
        </Button>
      </form>
      <SaveState failed={favourites.failed} saved={saved} />
    </OptionSection>
  );
}
