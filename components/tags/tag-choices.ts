/** What is known about tags where one is chosen. Names are HighLevel's, which knows no case. */
export interface TagWorld {
  /** Used last, newest first. */
  readonly recent: readonly string[];
  readonly favourites: readonly string[];
  /** The location's tags; `undefined` while they are not read. */
  readonly known: readonly string[] | undefined;
  /** Not offered again. */
  readonly taken: readonly string[];
}

export interface TagChoice {
  readonly name: string;
  /** The location has no such tag: choosing it makes one. */
  readonly isNew: boolean;
}

export interface TagChoices {
  readonly choices: readonly TagChoice[];
  /** How many more fit the words. */
  readonly hidden: number;
}

/** What typed words are. `unread`: nobody knows, the location's tags are not read. */
export type TypedTag = 'nothing' | 'taken' | 'known' | 'new' | 'unread';

const SHOWN = 8;

/** Tags that fit the words: used last first, then favourites, then the others by name; at the end the words as a new tag. */
export function tagChoices(world: TagWorld, words: string): TagChoices {
  const wanted = tagKey(words);
  const fitting = namesOf(world).filter((name) => tagKey(name).includes(wanted));
  const choices = fitting.slice(0, SHOWN).map((name) => ({ name, isNew: false }));
  const isNew = typedTag(world, words) === 'new';
  return {
    choices: isNew ? [...choices, { name: words.trim(), isNew }] : choices,
    hidden: Math.max(0, fitting.length - SHOWN),
  };
}

export function typedTag({ known, taken }: TagWorld, words: string): TypedTag {
  const wanted = tagKey(words);
  if (wanted === '') return 'nothing';
  const isIn = (names: readonly string[]) => names.some((name) => tagKey(name) === wanted);
  if (isIn(taken)) return 'taken';
  if (known === undefined) return 'unread';
  return isIn(known) ? 'known' : 'new';
}

/** Whether two names are the same tag. */
export function isTagIn(names: readonly string[], name: string): boolean {
  return names.some((other) => tagKey(other) === tagKey(name));
}

/** Each name once, in the location's spelling. What the location no longer has is not offered as if it had. */
function namesOf({ recent, favourites, known, taken }: TagWorld): readonly string[] {
  const all = known === undefined ? [...recent, ...favourites] : [...known].sort((a, b) => a.localeCompare(b));
  const spelled = new Map(all.toReversed().map((name) => [tagKey(name), name]));
  const seen = new Set(taken.map(tagKey));
  return [...recent, ...favourites, ...all].flatMap((name) => {
    const key = tagKey(name);
    const spelling = spelled.get(key);
    if (spelling === undefined || seen.has(key)) return [];
    seen.add(key);
    return [spelling];
  });
}

function tagKey(name: string): string {
  return name.trim().toLowerCase();
}
