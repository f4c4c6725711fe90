import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react';
import { i18n } from '#i18n';
import { choiceId, TagList } from './TagList.tsx';
import styles from './Tags.module.css';
import { type TagChoice, type TagWorld, tagChoices, typedTag } from './tag-choices.ts';
import { useActiveChoice } from './use-active-choice.ts';

interface TagComboboxProps {
  readonly label: string;
  readonly world: TagWorld;
  /** Tags that start an automation. */
  readonly automation: readonly string[];
  /** The location's tags are on their way: what is entered waits for them. */
  readonly isReading: boolean;
  /** Enter takes any name; otherwise a new one has to be chosen from the list. */
  readonly takesAny?: boolean;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly className?: string | undefined;
  /** The person has come here. */
  readonly onVisit: () => void;
  readonly onPick: (choice: TagChoice) => void;
}

const MAX_LENGTH = 200;

/** A field that offers tags as one types. Enter takes a tag that exists; a new one is made only on purpose, from the list. */
export function TagCombobox({
  label,
  world,
  automation,
  isReading,
  takesAny = false,
  field,
  className,
  onVisit,
  onPick,
}: TagComboboxProps) {
  const listId = useId();
  const [words, setWords] = useState('');
  /** Entered while the location's tags were on their way. */
  const [entered, setEntered] = useState<string>();
  const { choices, hidden } = tagChoices(world, words);
  const list = useActiveChoice(choices.length);
  const chosen = choices[list.active];

  function take(choice: TagChoice) {
    onPick(choice);
    setWords('');
    list.close();
  }
  function enter(typed: string) {
    const meaning = typedTag(world, typed);
    if (meaning === 'unread' && isReading) setEntered(typed);
    else if (meaning === 'new' && !takesAny) list.open();
    else if (meaning === 'nothing' || meaning === 'taken') setWords('');
    else take({ name: typed.trim(), isNew: meaning === 'new' });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was entered goes on once, when the tags have come or can not be had
  useEffect(() => {
    if (isReading || entered === undefined) return;
    setEntered(undefined);
    enter(entered);
  }, [isReading, entered]);

  function onKeyDown(event: KeyboardEvent) {
    if (list.press(event)) return;
    // Enter also ends the composition of a character, in which case it is not meant for us.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (chosen === undefined) enter(words);
    else take(chosen);
  }
  return (
    <>
      <input
        ref={field}
        role="combobox"
        className={className ?? styles.add}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={list.isOpen}
        aria-controls={listId}
        aria-activedescendant={chosen && choiceId(listId, list.active)}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={MAX_LENGTH}
        value={words}
        onFocus={onVisit}
        onClick={list.open}
        onBlur={list.close}
        onChange={(event) => {
          onVisit();
          setWords(event.target.value);
          setEntered(undefined);
          list.open();
        }}
        onKeyDown={onKeyDown}
      />
      {list.isOpen && (
        <TagList id={listId} label={label} choices={choices} hidden={hidden} active={list.active} automation={automation} onChoose={take} />
      )}
      <span className={styles.heard} aria-live="polite">
        {list.isOpen && typedTag(world, words) === 'new' && !takesAny && i18n.t('tags.isNew')}
      </span>
    </>
  );
}
