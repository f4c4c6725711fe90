import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { Field } from './Field.tsx';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { SaveState } from './SaveState.tsx';
import { toTags } from './typed-values.ts';
import { useSetting } from './use-setting.ts';

const MAX_TAGS = 50;
const MAX_LENGTH = 200;

/** Tags that a contact created from a site starts with, site by site. */
export function DefaultTags({ sites }: { readonly sites: readonly SiteView[] }) {
  const { settings } = useOptionsGateway();
  const stored = useSetting(settings.defaultTags);
  const heading = useId();
  /** What stands in the fields while they are being typed, by site. */
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [saved, setSaved] = useState(false);
  const isTooMuch = (text = '') => toTags(text).length > MAX_TAGS || toTags(text).some((tag) => tag.length > MAX_LENGTH);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (stored.value === undefined || Object.values(typed).some(isTooMuch)) return;
    const changed = Object.entries(typed).map(([id, text]) => [id, toTags(text)] as const);
    const all = Object.entries({ ...stored.value, ...Object.fromEntries(changed) });
    if (!(await stored.save(Object.fromEntries(all.filter(([, tags]) => tags.length > 0))))) return;
    setTyped({});
    setSaved(true);
  }

  return (
    <form className={styles.way} aria-labelledby={heading} onSubmit={(event) => void save(event)}>
      <h3 id={heading}>{i18n.t('options.contacts.tags')}</h3>
      {sites.map(({ id, label }) => (
        <Field
          key={id}
          label={i18n.t('options.contacts.tagsOf', { site: displayText(label) })}
          {...(isTooMuch(typed[id]) && { hint: i18n.t('options.tags.tooMuch') })}
          aria-invalid={isTooMuch(typed[id])}
          disabled={stored.value === undefined}
          value={typed[id] ?? stored.value?.[id]?.join(', ') ?? ''}
          onChange={(text) => {
            setTyped({ ...typed, [id]: text });
            setSaved(false);
          }}
        />
      ))}
      <p className={styles.hint}>{i18n.t('options.contacts.tagsHint')}</p>
      <Button type="submit" className={styles.start}>
        {i18n.t('options.contacts.save')}
      </Button>
      <SaveState failed={stored.failed} saved={saved} />
    </form>
  );
}
