import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import styles from './NewContact.module.css';

interface StartTagsProps {
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}

const MOST_TAGS = 50;

/** The tags that a new contact starts with; each can be left out, others can be added. */
export function StartTags({ tags, onChange }: StartTagsProps) {
  const [typed, setTyped] = useState('');
  function add() {
    const tag = typed.trim();
    const isThere = tags.some((other) => other.toLowerCase() === tag.toLowerCase());
    if (tag !== '' && !isThere && tags.length < MOST_TAGS) onChange([...tags, tag.slice(0, 200)]);
    setTyped('');
  }
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || typed.trim() === '') return;
    // Enter is for the tag, not for the contact.
    event.preventDefault();
    add();
  }
  return (
    <fieldset className={`${styles.wide} ${styles.tags}`}>
      <legend>{i18n.t('create.tags')}</legend>
      {tags.length > 0 && (
        <ul className={styles.chips}>
          {tags.map((tag) => (
            <li key={tag} className={styles.chip}>
              <Text>{tag}</Text>
              <Button
                look="icon"
                aria-label={i18n.t('create.leaveOut', { tag: displayText(tag) })}
                onClick={() => onChange(tags.filter((other) => other !== tag))}
              >
                <X size={12} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.another}>
        <Field label={i18n.t('create.tag')} value={typed} autoComplete="off" onText={setTyped} onKeyDown={onKey} />
        {typed.trim() !== '' && <Button onClick={add}>{i18n.t('create.addTag')}</Button>}
      </div>
    </fieldset>
  );
}
