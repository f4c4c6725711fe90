import { type RefObject, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { RichText } from '@/components/ui/RichText.tsx';
import styles from './Notes.module.css';
import { useIsClamped } from './use-is-clamped.ts';

interface NoteBodyProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly html: string;
}

/** A note's text; a long one opens on request. */
export function NoteBody({ ref, html }: NoteBodyProps) {
  const [isOpen, setOpen] = useState(false);
  const isClamped = useIsClamped(ref, html);
  return (
    <>
      <div ref={ref} className={isOpen ? styles.open : styles.clamped}>
        <RichText html={html} />
      </div>
      {(isClamped || isOpen) && (
        <Button look="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? i18n.t('notes.less') : i18n.t('notes.more')}
        </Button>
      )}
    </>
  );
}
