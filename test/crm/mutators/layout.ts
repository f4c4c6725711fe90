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

/** What belongs together or stands under a heading of its own stays where it is. */
const FIXED = 'td,th,dt,dd,tr,thead,tbody,option,template,script,style,slot,h1 *';

/** Rows of a list: three or more alike that hold elements, or cells of a row that each hold a whole field. */
function reorder(order: (rows: readonly Element[]) => readonly Element[]): void {
  const parents = new Set(everything().map(({ parentNode }) => parentNode));
  for (const parent of parents) {
    const rows = parent ? [...parent.children] : [];
    const isList =
      rows.length > 2 && rows.every((row) => row.localName === rows[0]?.localName && row.childElementCount > 0 && !row.matches(FIXED));
    const isRow = rows.length > 1 && rows.every((row) => row.localName === 'records-record-layout-item');
    if ((isList || isRow) && !rows.some(hasSections)) parent?.append(...order(rows));
  }
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
