import { i18n } from '#i18n';
import { Text } from '@/components/ui/Text.tsx';
import styles from './Details.module.css';
import type { EditedField } from './use-details-draft.ts';

interface ChoicesInputProps {
  readonly shown: EditedField;
  readonly ticked: readonly string[];
  readonly onTicked: (ticked: readonly string[]) => void;
}

/** Several of a list. What is chosen and no longer on the list stays until it is taken away. */
export function ChoicesInput({ shown, ticked, onTicked }: ChoicesInputProps) {
  const options = [...new Set([...shown.options, ...ticked])];
  return (
    <fieldset className={`${styles.choices} ${styles.wide}`}>
      <legend>
        <Text>{shown.label}</Text>
      </legend>
      {options.length === 0 && <p>{i18n.t('details.none')}</p>}
      {options.map((option) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={ticked.includes(option)}
            onChange={(event) => onTicked(event.target.checked ? [...ticked, option] : ticked.filter((other) => other !== option))}
          />
          <Text>{option}</Text>
        </label>
      ))}
    </fieldset>
  );
}
