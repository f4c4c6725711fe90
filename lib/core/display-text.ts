/**
 * Characters that hide or reorder what stands around them: controls but tab and line feed, bidirectional marks,
 * embeddings, overrides and isolates, zero-width space, word joiner, byte order mark, soft hyphen, annotations. The
 * zero-width non-joiner stays: Persian and Indic spelling needs it.
 */
const UNSEEN = /(?![\t\n])[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Tag characters spell invisible text, except behind a black flag, where they make the flags of England, Scotland and Wales. */
const TAG_SPELLING = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

/** A zero-width joiner has a job between the parts of an emoji and in Arabic and Indic scripts; elsewhere it only hides. */
const JOINER = '\\u200d';
const JOINED =
  '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{M}\\p{Script=Arab}\\p{Script=Sinh}\\p{Script=Deva}\\p{Script=Beng}\\p{Script=Mlym}]';
const IDLE_JOINER = new RegExp(`(?<!${JOINED})${JOINER}|${JOINER}(?!${JOINED})`, 'gu');

/**
 * Text as it may be shown: without characters that hide or reorder their neighbours. Every kind of line end becomes a
 * line feed. For display only; what is written to HighLevel stays as the person typed it.
 */
export function displayText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
    .replace(TAG_SPELLING, '$1')
    .replace(IDLE_JOINER, '');
}
