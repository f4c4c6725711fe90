import { X } from 'lucide-react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import styles from './Enrolment.module.css';

interface FollowerChipProps {
  readonly name: string;
  readonly isMe: boolean;
  /** HighLevel does not have it yet. */
  readonly isWaiting: boolean;
  readonly onRemove: () => void;
}

/** One follower, and the way to end it. */
export function FollowerChip({ name, isMe, isWaiting, onRemove }: FollowerChipProps) {
  return (
    <li className={styles.chip}>
      <Text>{isMe ? i18n.t('enrolment.you', { name }) : name}</Text>
      {isWaiting && <span className={styles.hint}>{i18n.t('enrolment.waiting')}</span>}
      <Button look="icon" aria-label={i18n.t('enrolment.unfollow', { name: displayText(name) })} onClick={onRemove}>
        <X size={12} aria-hidden="true" />
      </Button>
    </li>
  );
}
