import { flatText, isReadable, type PageDom } from '../dom.ts';
import { linkTarget } from '../values.ts';
import { controlsIn, controlValue, type Slot, slotOf } from './controls.ts';
import type { LabelledValue } from './field.ts';
import { spacedText } from './lightning.ts';

/** A field of Salesforce Classic: a label's cell, and the cell of its value. Related lists are tables of another kind. */
const CELLS = '.detailList td.dataCol';

const cellsIn = (dom: PageDom) => dom.all(CELLS).filter((cell) => isReadable(cell) && cell.closest('.bRelatedList') === null);

const labelOf = (cell: Element) => {
  const before = cell.previousElementSibling;
  return before?.matches('.labelCol') ? flatText(before) : '';
};

/** What a Classic record page shows of its record. */
export function classicFields(dom: PageDom): readonly LabelledValue[] {
  return cellsIn(dom).flatMap((cell) => {
    const controls = controlsIn(dom, cell);
    const values = controls.map(controlValue);
    if (values.includes(undefined)) return [];
    return { label: labelOf(cell), value: controls.length > 0 ? values.join(' ') : textOf(cell) };
  });
}

/** Words in brackets are links that do something: `[Change]`, `[Gmail]`. */
function textOf(cell: Element): string {
  const link = cell.querySelector('a[href^="mailto:" i],a[href^="tel:" i]');
  return link ? linkTarget(link.getAttribute('href') ?? '') : spacedText(cell).replace(/\s*\[[^\]]*\]$/, '');
}

/** The controls of a Classic edit page, or of fields edited in place. */
export function classicSlots(dom: PageDom): readonly Slot[] {
  return cellsIn(dom).flatMap((cell) => {
    const controls = controlsIn(dom, cell);
    return controls.map((control) => slotOf(control, controls.length === 1 ? labelOf(cell) : undefined));
  });
}
