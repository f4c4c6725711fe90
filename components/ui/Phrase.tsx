import { Text } from './Text.tsx';

/** Stands in a sentence of ours where somebody's words go; no text that is shown holds it. */
export const SLOT = '\u0001';

interface PhraseProps {
  /** The sentence, with `SLOT` where `words` go. */
  readonly sentence: string;
  readonly words: string;
}

/** A sentence of ours around somebody's words. */
export function Phrase({ sentence, words }: PhraseProps) {
  const [before = '', after = ''] = sentence.split(SLOT, 2);
  return (
    <>
      {before}
      <Text>{words}</Text>
      {after}
    </>
  );
}
