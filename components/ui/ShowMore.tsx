import { Button } from './Button.tsx';

interface ShowMoreProps {
  readonly shown: number;
  readonly total: number;
  /** "Show 50 more of 980". */
  readonly words: (more: number) => string;
  readonly onMore: (shown: number) => void;
}

const STEP = 50;

/** The way to the rest of a long list, some rows at a time; nothing when all are shown. */
export function ShowMore({ shown, total, words, onMore }: ShowMoreProps) {
  if (shown >= total) return null;
  return (
    <Button look="link" onClick={() => onMore(shown + STEP)}>
      {words(Math.min(STEP, total - shown))}
    </Button>
  );
}
