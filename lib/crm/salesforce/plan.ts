import type { Found, RecordPlan, Source } from '../engine.ts';
import { asEmail, asPhone, linkTarget } from '../values.ts';
import type { RecordAddress } from './address.ts';

type Read = (element: Element) => string | undefined;

/** A source that decides alone unless it is said to be weak. */
export const source = <Scope>(
  kind: Source<Scope>['kind'],
  read: Source<Scope>['read'],
  strength: Source<Scope>['strength'] = 'strong',
): Source<Scope> => ({ kind, strength, read });

/** What `read` makes of the elements, each with its label. */
export const found = (elements: readonly Element[], read: Read, labelOf: Read): readonly Found[] =>
  elements.flatMap((element) => {
    const value = read(element);
    const label = value && labelOf(element);
    return value ? [{ value, ...(label && { label }) }] : [];
  });

/** The values if they are one and the same, whatever the case. */
export const single = (values: readonly Found[]): readonly Found[] =>
  new Set(values.map(({ value }) => value.toLowerCase())).size > 1 ? [] : values;

/** The target of a link if it has the scheme. Its text may be masked, cut or glued to an icon's label, so it counts only without one. */
const target = (scheme: string, as: (text: string) => string | undefined, textOf: Read): Read => {
  const own = (text: string | null | undefined) => as(text ?? '');
  return (element) => {
    const href = element.getAttribute('href') ?? '';
    if (href.toLowerCase().startsWith(scheme)) return as(linkTarget(href));
    // A dialler of the call centre replaces the link's target by a script, so then its text or title counts.
    return own(textOf(element)) ?? own(element.getAttribute('title'));
  };
};

/** Reads an element as an e-mail address. */
export const emailWith = (textOf: Read): Read => target('mailto:', asEmail, textOf);
/** Reads an element as a phone number. */
export const phoneWith = (textOf: Read): Read => target('tel:', asPhone, textOf);

/** The sources of each field; a company is told by its name alone. */
interface Sources<Scope> {
  readonly name: readonly Source<Scope>[];
  readonly company: readonly Source<Scope>[];
  readonly email: readonly Source<Scope>[];
  readonly phone: readonly Source<Scope>[];
}

/** How a record is read; `kind`: whether it is a person's. Contradictions mean a page that is being redrawn. */
export function planOf<Scope>(
  { id }: RecordAddress,
  kind: 'person' | 'company',
  empty: RecordPlan<Scope>['empty'],
  { name, company, email, phone }: Sources<Scope>,
): RecordPlan<Scope> {
  const shared = { crm: 'salesforce', recordId: () => id, contradiction: 'pending', empty } as const;
  if (kind === 'company') return { ...shared, kind, needs: ['company'], fields: { company: { sources: name } } };
  return {
    ...shared,
    needs: ['name', 'email', 'phone'],
    fields: {
      name: { sources: name },
      company: { sources: company },
      email: { sources: email },
      phone: { sources: phone, isMany: true },
    },
  };
}
