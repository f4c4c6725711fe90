import { i18n } from '#i18n';
import { Text } from '@/components/ui/Text.tsx';
import type { Contact } from '@/lib/ghl/models.ts';
import styles from './ContactChooser.module.css';
import { contactName } from './contact-text.ts';
import type { Fact } from './differences.ts';

interface CandidateOptionProps {
  readonly contact: Contact;
  readonly facts: readonly Fact[];
  readonly isPicked: boolean;
  readonly onPick: () => void;
}

/** One of the contacts to choose from, with what tells it from the others. */
export function CandidateOption({ contact, facts, isPicked, onPick }: CandidateOptionProps) {
  return (
    <label className={styles.option}>
      <input type="radio" name="candidate" checked={isPicked} onChange={onPick} />
      <strong>
        <Text>{contactName(contact) || i18n.t('contact.unnamed')}</Text>
      </strong>
      <dl className={styles.facts}>
        {facts.map(({ label, value }) => (
          <Pair key={label} label={label} value={value} />
        ))}
      </dl>
    </label>
  );
}

function Pair({ label, value }: Fact) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Text>{value}</Text>
      </dd>
    </>
  );
}
