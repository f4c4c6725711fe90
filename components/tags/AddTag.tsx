import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { i18n } from '#i18n';
import { useRecentTags } from '@/lib/query/acts.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import styles from './Tags.module.css';

interface AddTagProps {
  readonly field: RefObject<HTMLInputElement | null>;
  /** Tags the contact has already. */
  readonly taken: readonly string[];
  readonly onAdd: (tag: string) => void;
}

const TAGS_STALE_MS = 5 * 60_000;

/** A field that knows the location's tags; Enter adds. The list is read when the person first comes here. */
export function AddTag({ field, taken, onAdd }: AddTagProps) {
  const listId = useId();
  const locationId = useLocationId();
  const [words, setWords] = useState('');
  const [wasVisited, setVisited] = useState(false);
  const known = useGhl('tags.list', { locationId }, { enabled: wasVisited, staleTime: TAGS_STALE_MS });
  const recent = useRecentTags();
  const names = offered([...recent, ...(known.data ?? []).map(({ name }) => name)], taken);
  function onKeyDown(event: KeyboardEvent) {
    // Enter also ends the composition of a character, in which case it is not meant for us.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const tag = words.trim();
    const hasIt = taken.some((name) => name.toLowerCase() === tag.toLowerCase());
    if (tag !== '' && !hasIt) onAdd(tag);
    setWords('');
  }
  return (
    <>
      <input
        ref={field}
        className={styles.add}
        list={listId}
        aria-label={i18n.t('tags.add')}
        placeholder={i18n.t('tags.add')}
        autoComplete="off"
        maxLength={200}
        value={words}
        onFocus={() => setVisited(true)}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

/** Each name once, without those the contact has: HighLevel's tags know no case. */
function offered(names: readonly string[], taken: readonly string[]): readonly string[] {
  const seen = new Set(taken.map((name) => name.toLowerCase()));
  return names.filter((name) => {
    const isNew = !seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return isNew;
  });
}
