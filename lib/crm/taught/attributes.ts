import type { Anchor } from './rule.ts';
import { isVolatile } from './volatile.ts';

/** Names that say what an element is, best first; every other attribute is ignored. */
const TELLING: readonly RegExp[] = [
  /^data-(?:test|qa|cy|automation|selenium)/,
  /^data-.*(?:field|name|key|column|prop|attr|label)/,
  /^itemprop$/,
  /^name$/,
  /^id$/,
  /^autocomplete$/,
  /^data-/,
  /^aria-label$/,
  /^placeholder$/,
  /^class$/,
];
/** Attributes of states, of frameworks and of where a thing stands. */
const NO_NAME =
  /^data-(?:state|aura|interactive|react|radix|headlessui|index|row|active|selected|focus|open|value|href|tooltip|original|sentry|track)/;
const NO_VALUE = /^(?:true|false|on|off|open|closed|null|undefined|\d+)$/i;
const NAME = /^[a-z][a-z0-9_:.-]{0,80}$/i;
const TAG = /^[a-z][a-z0-9._-]{0,80}$/;

type Attribute = Extract<Anchor, { kind: 'attribute' }>;

/** Anchors by the names that the page gave an element, best first. `isOwn` knows texts that speak of the record itself. */
export function namesOf(element: Element, isOwn: (text: string) => boolean): readonly Attribute[] {
  if (!TAG.test(element.localName)) return [];
  const named = [...element.attributes].flatMap(({ name, value }) => {
    const rank = NO_NAME.test(name) ? -1 : TELLING.findIndex((pattern) => pattern.test(name));
    return rank < 0 || !NAME.test(name) || isVolatile(name) ? [] : words(name, value).map((word) => ({ rank, name, value: word }));
  });
  return named
    .filter(({ value }) => value !== '' && value.length <= 80 && !NO_VALUE.test(value) && !isVolatile(value) && !isOwn(value))
    .sort((one, other) => one.rank - other.rank)
    .map(({ name, value }) => ({ kind: 'attribute', tag: element.localName, name, value }));
}

const words = (name: string, value: string) => (name === 'class' ? value.split(/\s+/) : [value]);
