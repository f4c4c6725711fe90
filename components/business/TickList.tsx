import { i18n } from '#i18n';
import { contactName } from '@/components/contact/contact-text.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { Contact } from '@/lib/ghl/models.ts';
import styles from './Business.module.css';

interface TickListProps {
  readonly people: readonly Contact[];
  /** Their ids. */
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (ticked: ReadonlySet<string>) => void;
}

/** Who of the listed people is meant. Long lists scroll in their own place. */
export function TickList({ people, ticked, onTicked }: TickListProps) {
  function toggle(id: string) {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    onTicked(next);
  }
  return (
    <fieldset className={styles.people}>
      <legend>{i18n.t('business.tagPeople')}</legend>
      <div className={styles.acts}>
        <Button look="link" onClick={() => onTicked(new Set(people.map(({ id }) => id)))}>
          {i18n.t('business.tagEveryone')}
        </Button>
        <Button look="link" onClick={() => onTicked(new Set())}>
          {i18n.t('business.tagNobody')}
        </Button>
      </div>
      <div className={styles.ticks}>
        {people.map((contact) => (
          <label key={contact.id} className={styles.tick}>
            <input type="checkbox" checked={ticked.has(contact.id)} onChange={() => toggle(contact.id)} />
            <Text>{contactName(contact) || i18n.t('contact.unnamed')}</Text>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
