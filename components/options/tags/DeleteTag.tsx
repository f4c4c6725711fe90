import { useId } from 'react';
import { i18n } from '#i18n';
import styles from '@/components/options/options.module.css';
import { Button } from '@/components/ui/Button.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Tag } from '@/lib/ghl/models.ts';
import type { TagWrites } from './use-tag-writes.ts';

interface DeleteTagProps {
  readonly tag: Tag;
  readonly writes: TagWrites;
  readonly onDone: () => void;
}

/** Whoever asked by keyboard goes on where the question appears. */
const focus = (element: HTMLElement | null) => element?.focus();

/** Takes a tag away from the location and from every contact, after asking. */
export function DeleteTag({ tag, writes, onDone }: DeleteTagProps) {
  const question = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in place of the question
    <div className={styles.question} role="group" aria-labelledby={question}>
      <p id={question}>{i18n.t('options.locationTags.askDelete', { tag: displayText(tag.name) })}</p>
      <div className={styles.buttons}>
        <Button
          className={styles.danger}
          disabled={writes.commit.isPending}
          onClick={() => writes.commit.mutate({ kind: 'deleteTag', tagId: tag.id, tag: tag.name }, { onSuccess: onDone })}
        >
          {i18n.t('options.locationTags.delete')}
        </Button>
        <Button ref={focus} onClick={onDone}>
          {i18n.t('options.locationTags.keep')}
        </Button>
      </div>
    </div>
  );
}
