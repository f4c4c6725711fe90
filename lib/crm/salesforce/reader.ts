import { closestFlat, flatText, isReadable, type PageDom } from '../dom.ts';
import { asText } from '../values.ts';
import type { RecordAddress } from './address.ts';
import { isForeign } from './foreign.ts';
import { createFormCheck, FORMS, hook } from './forms.ts';
import { HIGHLIGHTS, type RecordScope } from './scope.ts';

/** What can be read of one record, from its own part of the page only. */
export interface RecordReader {
  readonly dom: PageDom;
  /** The name in the record's heading. */
  readonly name: string | undefined;
  /** Elements of the record's own part that match, without those that show someone else. */
  own(selector: string): Element[];
  /** Whether an element of it can be read, and belongs to this record's form and not to that of a related one. */
  isTrusted(element: Element): boolean;
  /** The containers of one field by its API name: the same in every language. */
  field(api: string): Element[];
  /** Elements of the highlights panel that a person can read and that no field but these claims. */
  highlighted(selector: string, apis: readonly string[]): Element[];
  /** Whether the page marks the element as of one of these fields, by their API names. */
  isMarked(element: Element, apis: readonly string[]): boolean;
}

export function createRecordReader(dom: PageDom, scope: RecordScope, object: RecordAddress['object'], title?: string): RecordReader {
  const isOwn = (element: Element) => !isForeign(element, scope.element);
  const own = (selector: string) => dom.all(selector, scope.element).filter(isOwn);
  const isOwnForm = createFormCheck(dom, own, object, { heading: scope.name, expected: scope.name ?? title });
  const isTrusted = (element: Element) => isUsable(element) && isOwnForm(element);
  const hooksOf = (apis: readonly string[]) => apis.map((api) => hook(object, api)).join(',');
  return {
    dom,
    name: scope.name,
    own,
    isTrusted,
    field: (api) => own(hook(object, api)).filter(isTrusted),
    isMarked: (element, apis) => closestFlat(element, (at) => at.matches(hooksOf(apis)), scope.element) !== undefined,
    highlighted(selector, apis) {
      const hooks = hooksOf(apis);
      const found = new Set(own(HIGHLIGHTS).flatMap((panel) => dom.all(selector, panel)));
      return [...found].filter((element) => isReadable(element) && isOwn(element) && !isOtherField(element, hooks));
    },
  };
}

/** Shown, or on a tab of the same record that is not in front. Hidden for any other reason is not to be trusted. */
function isUsable(container: Element): boolean {
  return isReadable(container) || closestFlat(container, isTabBehind) !== undefined;
}

function isTabBehind(element: Element): boolean {
  return element.matches('flexipage-tab2,[role="tabpanel"]') && !isReadable(element);
}

/** Whether it is claimed by another field, or by a form: highlights are in none, so that one would be somebody else's. */
function isOtherField(element: Element, ownHook: string): boolean {
  if (closestFlat(element, (at) => at.matches(FORMS))) return true;
  const container = closestFlat(element, (at) => at.matches('[data-target-selection-name^="sfdc:RecordField."]'));
  return container !== undefined && !container.matches(ownHook);
}

/** The label of a value as the page writes it. A highlight is two `p`: label and value, the latter maybe not around the value. */
export function labelOf({ dom }: RecordReader, value: Element): string | undefined {
  const item = closestFlat(value, (at) => at.matches('[field-label],flexipage-field,[role="listitem"],records-highlights-details-item'));
  const [label] = item ? dom.all('.test-id__field-label,p', item) : [];
  const named = item?.getAttribute('field-label') ?? label?.getAttribute('title');
  return asText(named ?? (label && label !== value ? flatText(label) : ''));
}
