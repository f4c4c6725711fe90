import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { Field } from '@/components/options/Field.tsx';
import { useOptionsGateway } from '@/components/options/gateway.tsx';
import styles from '@/components/options/options.module.css';
import { isTagIn } from '@/components/tags/tag-choices.ts';
import { Button } from '@/components/ui/Button.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Tag } from '@/lib/ghl/models.ts';
import type { TagWrites } from './use-tag-writes.ts';

interface RenameTagProps {
  readonly tag: Tag;
  /** All of the location's: HighLevel has each name once. */
  readonly tags: readonly Tag[];
  readonly writes: TagWrites;
  readonly onDone: () => void;
}

/** Gives a tag another name, on every contact. */
export function RenameTag({ tag, tags, writes, onDone }: RenameTagProps) {
  const { settings } = useOptionsGateway();
  const [name, setName] = useState(tag.name);
  const to = name.trim();
  const others = tags.filter(({ id }) => id !== tag.id).map((other) => other.name);
  const isThere = isTagIn(others, to);
  const isReady = to !== '' && to !== tag.name && !isThere;
  async function keepSign() {
    const automation = await settings.automationTags.get();
    // What starts an automation goes on doing so under its new name; the old one stays until HighLevel has renamed it.
    if (isTagIn(automation, tag.name) && !isTagIn(automation, to)) await settings.automationTags.set([...automation, to]);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isReady) return;
    const onSuccess = () => {
      void keepSign();
      onDone();
    };
    writes.commit.mutate({ kind: 'renameTag', tagId: tag.id, from: tag.name, to }, { onSuccess });
  }
  return (
    <form className={styles.question} onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <Field
        label={i18n.t('options.locationTags.newName', { tag: displayText(tag.name) })}
        value={name}
        maxLength={200}
        autoFocus
        aria-invalid={isThere}
        hint={i18n.t(isThere ? 'options.locationTags.exists' : 'options.locationTags.renameWarning')}
        onChange={setName}
      />
      <div className={styles.buttons}>
        <Button type="submit" disabled={!isReady || writes.commit.isPending}>
          {i18n.t('options.locationTags.rename')}
        </Button>
        <Button onClick={onDone}>{i18n.t('options.locationTags.keep')}</Button>
      </div>
    </form>
  );
}
