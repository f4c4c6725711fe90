import { type ReactNode, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useIsClamped } from '@/components/notes/use-is-clamped.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './Details.module.css';

interface FieldRowProps {
  readonly label: string;
  /** Empty where HighLevel has nothing. */
  readonly value: string;
  readonly canCopy?: boolean;
  /** An address of the web that the value is. */
  readonly href?: string | undefined;
  /** Stands after the value. */
  readonly children?: ReactNode;
}

/** One field and its value; a long one opens on request. */
export function FieldRow({ label, value, canCopy = false, href, children }: FieldRowProps) {
  const [isOpen, setOpen] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const isClamped = useIsClamped(text, value);
  return (
    <div className={styles.row}>
      <dt>
        <Text>{label}</Text>
      </dt>
      <dd>
        <div ref={text} className={isOpen ? styles.whole : styles.value}>
          {href === undefined ? (
            value !== '' && <Text>{value}</Text>
          ) : (
            <a href={href} target="_blank" rel="noreferrer noopener">
              <Text>{value}</Text>
            </a>
          )}
          {value === '' && <span className={styles.nothing}>–</span>}
        </div>
        {(isClamped || isOpen) && (
          <Button look="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? i18n.t('details.less') : i18n.t('details.more')}
          </Button>
        )}
        {children}
      </dd>
      {canCopy && value !== '' && (
        <dd>
          <CopyButton label={label} value={value} />
        </dd>
      )}
    </div>
  );
}
