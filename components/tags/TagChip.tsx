import { X } from 'lucide-react';
import { i18n } from '#i18n';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { WithPending } from '@/lib/outbox/overlay.ts';
import { AutomationSign } from './AutomationSign.tsx';
import styles from './Tags.module.css';

interface TagChipProps {
  readonly tag: WithPending<{ readonly name: string }>;
  readonly startsAutomation: boolean;
  readonly onRemove: () => void;
}

/** One tag, and the way to take it off. */
export function TagChip({ tag, startsAutomation, onRemove }: TagChipProps) {
  const isWaiting = tag.pending !== undefined && tag.pending.state !== 'sent';
  return (
    <li className={isWaiting ? `${styles.tag} ${styles.waiting}` : styles.tag}>
      {startsAutomation && <AutomationSign />}
      <span className={styles.name} title={displayText(tag.name)}>
        <Text>{tag.name}</Text>
      </span>
      {isWaiting && <span className={styles.words}>{i18n.t('tags.waiting')}</span>}
      <button type="button" className={styles.remove} aria-label={i18n.t('tags.remove', { tag: displayText(tag.name) })} onClick={onRemove}>
        <X size={12} aria-hidden="true" />
      </button>
    </li>
  );
}
