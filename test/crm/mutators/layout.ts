import { everyText, everything, type Mutator, parentOf, type Stage } from './stage.ts';

/** The same things in another order or in other boxes. */
export const layoutMutators: Readonly<Record<string, Mutator>> = {
  'fields reversed': () => reorder((rows) => rows.toReversed()),
  'fields shuffled': ({ random }) => reorder((rows) => shuffled(rows, random)),
  'wrappers inserted': wrap,
  'texts split': ({ random }) => {
    for (const text of everyText()) text.splitText(Math.floor(random() * (text.length + 1)));
  },
  'texts padded': () => {
    for (const text of everyText()) text.nodeValue = `\n   ${text.nodeValue}  `;
  },
  'comments between': () => {
    for (const element of everything('div,section,li,td,dd')) element.prepend(document.createComment('v-if'));
  },
};

/** Cells mean something by their place, as label and value do; options and parts of a heading are no fields. */
const FIXED = 'td,th,dt,dd,thead,tbody,option,template,script,style,slot,h1 *';

/** Puts rows of fields in another order. */
function reorder(order: (rows: readonly Element[]) => readonly Element[]): void {
  const parents = new Set(everything().map(({ parentNode }) => parentNode));
  for (const parent of parents) {
    const rows = parent ? [...parent.children] : [];
    if (areRows(rows) && !rows.some(hasSections)) parent?.append(...order(rows));
  }
}

/** Elements of one kind that each hold a whole field, and not one the label and one the value: three or more, or Lightning's own. */
function areRows(rows: readonly Element[]): boolean {
  const [first] = rows;
  const isAlike = rows.every((row) => row.localName === first?.localName && row.childElementCount > 0 && !row.matches(FIXED));
  // Rows below a row of headings are people rather than fields; those that hold a label and a value are not.
  const isTable = first?.localName !== 'tr' || rows.every((row) => row.childElementCount === 2);
  return isAlike && isTable && rows.length > (first?.localName === 'records-record-layout-item' ? 1 : 2);
}

const hasSections = (row: Element) => row.querySelector('h1,main,[role="main"],.lafPageHost') !== null;

function shuffled(rows: readonly Element[], random: () => number): readonly Element[] {
  return rows
    .map((row) => ({ row, rank: random() }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ row }) => row);
}

const UNWRAPPABLE = 'table,thead,tbody,tr,ul,ol,dl,select,textarea,iframe,template,slot,svg,p,h1,h2,h3,button';

/** Another box around what half of the boxes hold. */
function wrap({ random }: Stage): void {
  for (const element of everything()) {
    if (random() < 0.5 || element.shadowRoot || element.matches(UNWRAPPABLE) || element.childNodes.length === 0) continue;
    const isInline = element.childElementCount === 0 || (parentOf(element)?.matches('p,h1,h2,h3') ?? false);
    const wrapper = document.createElement(isInline ? 'span' : 'div');
    const slotted = [...element.children].some((child) => child.hasAttribute('slot'));
    if (slotted) continue;
    wrapper.append(...element.childNodes);
    element.append(wrapper);
  }
}
