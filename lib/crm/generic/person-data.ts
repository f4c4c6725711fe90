import type { Field } from '../adapter.ts';
import { flatText, type PageDom } from '../dom.ts';
import { asEmail, asPhone, asText, linkTarget } from '../values.ts';

type PersonData = Partial<Record<Field, string>>;

/** What the page says of its only person in schema.org's words: as JSON-LD (`Person`) or as microdata. Nothing if it names several. */
export function personOf(document: Document, dom: PageDom): PersonData {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const people = [
    ...scripts.flatMap((script) => peopleIn(parse(script.textContent ?? ''))).map(fromData),
    ...dom.all('[itemscope][itemtype$="schema.org/Person"]').map((element) => fromMarkup(dom, element)),
  ];
  const distinct = [...new Map(people.map((person) => [(person.email ?? person.name ?? '').toLowerCase(), person])).values()];
  return distinct.length === 1 ? (distinct[0] ?? {}) : {};
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

type Thing = Readonly<Record<string, unknown>>;

function peopleIn(data: unknown): readonly Thing[] {
  if (Array.isArray(data)) return data.flatMap(peopleIn);
  if (!isThing(data)) return [];
  const isPerson = [data['@type']].flat().includes('Person');
  return isPerson ? [data] : [data['@graph'], data.mainEntity].flatMap(peopleIn);
}

const isThing = (data: unknown): data is Thing => typeof data === 'object' && data !== null;
const textIn = (data: unknown) => (typeof data === 'string' ? asText(data) : undefined);

function fromData({ name, givenName, familyName, email, telephone, worksFor }: Thing): PersonData {
  const company = isThing(worksFor) ? textIn(worksFor.name) : textIn(worksFor);
  return wellFormed({
    name: textIn(name) ?? [textIn(givenName), textIn(familyName)].filter(Boolean).join(' '),
    company: company ?? '',
    email: linkTarget(textIn(email) ?? ''),
    phone: linkTarget(textIn(telephone) ?? ''),
  });
}

function fromMarkup(dom: PageDom, element: Element): PersonData {
  const of = (property: string) => {
    const [found] = dom.all(`[itemprop~="${property}"]`, element);
    const href = found?.getAttribute('href');
    return href ? linkTarget(href) : (found?.getAttribute('content') ?? (found ? flatText(found) : ''));
  };
  return wellFormed({ name: of('name'), company: of('worksFor'), email: of('email'), phone: of('telephone') });
}

function wellFormed({ name, company, email, phone }: Record<Field, string>): PersonData {
  const person = { name: asText(name), company: asText(company), email: asEmail(email), phone: asPhone(phone) };
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined));
}
