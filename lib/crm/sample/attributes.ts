import { isCodeWord } from './kept-words.ts';
import type { Placeholders } from './placeholders.ts';
import type { TextScrubber } from './text.ts';

/** Kept as they are: they say what an element is, not whom it shows. */
const KEPT =
  /^(?:role|type|slot|scope|hidden|disabled|readonly|required|checked|selected|multiple|tabindex|dir|lang|colspan|rowspan|inputmode|contenteditable|draggable|open|autocomplete|part|itemscope|itemprop|itemtype|aria-(?:selected|hidden|modal|current|expanded|checked|disabled|haspopup|level|live|busy|pressed|readonly|required|multiselectable|sort|orientation|rowindex|colindex|rowcount|colcount))$/;
/** Names that developers give: kept but for words and numbers that may be a person's. */
const CODE =
  /^(?:class|name|data-(?:page-type|output-element-id|component-id|field-id|field-name|field-api-name|col-key-value|refid|test-?id|test|qa|cy|aura-class|target-reveals|target-selection-name|label-id))$/;
/** Ids, and lists of them. */
const IDS = /^(?:id|for|form|list|headers|aria-(?:controls|labelledby|describedby|owns|activedescendant|details|flowto))$/;
const LINKS = /^(?:href|action|formaction|cite|xlink:href|data-href|data-url)$/;
/** What would be fetched, or run. */
const DROPPED = /^(?:src|srcset|style|integrity|nonce|ping|poster|srcdoc|background|on.*)$/;
/** Ids of Salesforce Classic, the same in every org. */
const CLASSIC_ID =
  /^(?:(?:con|lea|acc|opp|cas|PersonMobilePhone|PA|ep|head_\d|bodyCell|contentWrapper)\d{0,3}(?:_ilei?n?n?e?r?|_ilecell)?|name_(?:first|last)\w{3}2)$/;

/** A word within `camelCase`. */
const HUMP = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu;

export interface AttributeScrubber {
  /** The attributes to write, with their values. */
  of(element: Element): readonly (readonly [name: string, value: string])[];
  /** A tag as it may be written: Salesforce generates some from names that an admin gave. */
  tag(name: string): string;
}

interface Scrubbers extends TextScrubber {
  readonly link: (target: string) => string;
}

/** `isPersonal` knows words that name somebody on this page, in lower case. */
export function createAttributeScrubber(
  { text, raw, link }: Scrubbers,
  placeholders: Placeholders,
  isPersonal: (word: string) => boolean,
): AttributeScrubber {
  function code(value: string): string {
    if (/^https?:\/\/schema\.org\/\w+$/.test(value)) return value;
    if (/[@%]|:\/\//.test(value)) return raw(value);
    return value
      .split(/(\s+|(?<=\p{L})\.(?=\p{L}))/u)
      .map((token) => codeToken(token))
      .join('');
  }

  function codeToken(token: string): string {
    if (token.length >= 20 && /\d/.test(token) && !/[-_]/.test(token)) return raw(token);
    if (/^(?:00|a)[A-Za-z0-9]{13}(?:[A-Za-z0-9]{3})?$/.test(token) && /\d/.test(token)) return raw(token);
    return token
      .replace(/(?<![\p{L}\p{N}])\d{3,}(?!\p{L})|\d{5,}/gu, placeholders.digits)
      .replace(/[\p{L}\p{M}]+/gu, (word) => (isUnsafe(word) ? safe(word) : word.replace(HUMP, safe)));
  }

  const safe = (word: string) => (isUnsafe(word) ? placeholders.word(word) : word);
  const isUnsafe = (word: string) => isPersonal(word.toLowerCase()) || !/^[A-Za-z]+$/.test(word);

  /** Ids change from page to page, but those that meet on one page stay equal. */
  const ids = (value: string) => value.replace(/\S+/g, (id) => (CLASSIC_ID.test(id) ? id : raw(id)));

  function scrub(name: string, value: string): string | undefined {
    if (DROPPED.test(name)) return undefined;
    if (KEPT.test(name) || CODE.test(name)) return code(value);
    if (IDS.test(name)) return ids(value);
    return LINKS.test(name) ? link(value) : text(value);
  }

  return {
    of: (element) =>
      [...element.attributes].flatMap(({ name, value }) => {
        if (!/^[a-z_:][\w:.-]*$/i.test(name)) return [];
        const scrubbed = name === 'value' ? undefined : scrub(name, value);
        return scrubbed === undefined ? [] : [[attributeName(name), scrubbed] as const];
      }),
    tag: (name) => (name.startsWith('forcegenerated-') ? generatedTag(name, placeholders) : name.replace(/\d{4,}/g, placeholders.digits)),
  };

  function attributeName(name: string): string {
    return name
      .replace(/\d{3,}/g, placeholders.digits)
      .replace(/[\p{L}]+/gu, (word) => (isPersonal(word.toLowerCase()) && !isCodeWord(word) ? placeholders.word(word) : word));
  }
}

const GENERATED = new Set(
  'forcegenerated,flexipage,highlightspanel,detailpanel,record,layout,js,full,compact,view,create,edit,page,recordlayout,default,lwc,adg,rec,c,aaa'.split(
    ',',
  ),
);

function generatedTag(name: string, placeholders: Placeholders): string {
  return name.replace(/[a-z]+|\d{4,}/g, (part) => {
    if (/\d/.test(part)) return placeholders.digits(part);
    return part.length < 3 || GENERATED.has(part) || isCodeWord(part) ? part : placeholders.word(part);
  });
}
