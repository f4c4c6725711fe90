/** The letters that stand in for those of a script. */
const STAND_INS: readonly (readonly [script: RegExp, letters: string])[] = [
  [/\p{Script=Han}/u, '甲乙丙丁戊己庚辛壬癸'],
  [/\p{Script=Hiragana}/u, 'あいうえおかきくけこ'],
  [/[\p{Script=Katakana}ー]/u, 'アイウエオカキクケコ'],
  [/\p{Script=Hangul}/u, '가나다라마바사아자차'],
  [/\p{Script=Cyrillic}/u, 'жзклмнпрст'],
  [/\p{Script=Greek}/u, 'ξζθκλμνπρτ'],
  [/\p{Script=Arabic}/u, 'بتثجحدرزسش'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטי'],
  [/\p{Script=Thai}/u, 'กขคงจชซญดต'],
  [/\p{Script=Devanagari}/u, 'कखगघचछजटडत'],
];
/** Without vowels no word comes of them, without `x` nothing that looks blotted out (`xxx@…`). */
const LATIN = 'bcdfghjklmnpqrstvwz';
/** A longer word stands for nothing that a reader of pages needs. */
const MAX_WORD = 24;

const scriptOf = (letter: string) => STAND_INS.find(([script]) => script.test(letter))?.[1] ?? LATIN;

/** Runs of letters of one script. Latin's also takes the scripts that have no stand-ins of their own. */
export function runsOf(word: string): readonly string[] {
  const runs: string[] = [];
  let before: string | undefined;
  for (const letter of word) {
    const script = /\p{M}/u.test(letter) ? (before ?? LATIN) : scriptOf(letter);
    if (script === before) runs.push(`${runs.pop() ?? ''}${letter}`);
    else runs.push(letter);
    before = script;
  }
  return runs;
}

/** The `nth` made-up word in the shape of `word`: script, length and capitals. Distinct as far as the length allows. */
export function wordLike(word: string, nth: number): string {
  const shape = [...word].slice(0, MAX_WORD);
  const letters = [...scriptOf(shape[0] ?? '')];
  // Letters vary along the word, so that a short one is hardly ever a part of a longer one.
  const made = numeral(nth, letters.length, shape.length).map(
    (digit, at) => letters[(digit + shape.length * 7 + at * 5) % letters.length] ?? '',
  );
  return shape.map((letter, at) => (isCapital(letter) ? (made[at] ?? '').toUpperCase() : (made[at] ?? ''))).join('');
}

/** The `nth` made-up number with as many digits. */
export function digitsLike(digits: string, nth: number): string {
  return numeral(nth, 10, Math.min(digits.length, MAX_WORD))
    .map((digit) => '5123467890'[digit])
    .join('');
}

/** The digits of `nth` to a base, most significant first. */
function numeral(nth: number, base: number, length: number): readonly number[] {
  const digits: number[] = [];
  for (let at = 0, rest = nth; at < length; at++, rest = Math.floor(rest / base)) digits.unshift(rest % base);
  return digits;
}

const isCapital = (letter: string) => letter !== letter.toLowerCase();
