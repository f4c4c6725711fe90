import { i18n } from '#i18n';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { AutomationSign } from './AutomationSign.tsx';
import styles from './Tags.module.css';
import { isTagIn, type TagChoice, type TagChoices } from './tag-choices.ts';

interface TagListProps extends TagChoices {
  readonly id: string;
  readonly label: string;
  readonly active: number;
  readonly automation: readonly string[];
  readonly onChoose: (choice: TagChoice) => void;
}

/** The list under a tag field. The field keeps the focus; the pointer chooses here. */
export function TagList({ id, label, choices, hidden, active, automation, onChoose }: TagListProps) {
  return (
    <div className={styles.popup}>
      <div
        id={id}
        role="listbox"
        aria-label={label}
        tabIndex={-1}
        className={styles.choices}
        onMouseDown={(event) => event.preventDefault()}
      >
        {choices.map((choice, index) => (
          <button
            key={choice.isNew ? 'new' : choice.name}
            id={choiceId(id, index)}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.choice}
            onClick={() => onChoose(choice)}
          >
            <span>
              {choice.isNew ? <Phrase sentence={i18n.t('tags.create', { tag: SLOT })} words={choice.name} /> : <Text>{choice.name}</Text>}
            </span>
            {isTagIn(automation, choice.name) && <AutomationSign />}
          </button>
        ))}
      </div>
      {hidden > 0 && <p className={styles.more}>{i18n.t('tags.more', hidden)}</p>}
    </div>
  );
}

/** Names a choice for `aria-activedescendant`. */
export function choiceId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
