import type { CrmPage } from '../adapter.ts';
import { childrenOf, closestFlat, createPageDom, flatText, isReadable, openRoots, type PageDom } from '../dom.ts';
import type { RecordAddress } from '../salesforce/address.ts';
import { isSameName, nameInField, speaksOf, titleName } from '../salesforce/names.ts';
import { createRecordReader, type RecordReader } from '../salesforce/reader.ts';
import { findScope, type RecordScope } from '../salesforce/scope.ts';
import { linkTarget } from '../values.ts';
import { controlsIn, controlValue, type Slot, slotOf } from './controls.ts';
import type { LabelledValue } from './field.ts';

/** One field of a record's layout: `records-record-layout-item`, or `flexipage-field` where fields are placed one by one. */
const ITEM = 'records-record-layout-item,flexipage-field';
const OUTPUT = '[data-output-element-id="output-field"]';
const DIALOG = '.isModal,.slds-modal,[aria-modal="true"],records-modal-lwc-detail-panel-wrapper';

/** A record's own part of a Lightning page. */
export interface LightningRecord {
  readonly dom: PageDom;
  readonly object: RecordAddress['object'];
  readonly scope: RecordScope;
  readonly reader: RecordReader;
}

/** `undefined` while the page does not prove which part of it shows the record of its address. */
export function findLightning(page: CrmPage, record: RecordAddress): LightningRecord | undefined {
  const { document } = page;
  const roots = (page.roots ?? openRoots(document)).filter((root) => root === document || root.ownerDocument === document);
  const dom = createPageDom(roots);
  const scope = findScope(dom, page, record);
  const { object } = record;
  return scope && { dom, object, scope, reader: createRecordReader(dom, scope, object, titleName(page)) };
}

/** What the layout shows, and of the highlights what the layout does not. */
export function lightningFields({ dom, reader }: LightningRecord): readonly LabelledValue[] {
  const items = itemsIn(reader).flatMap((item) => fieldsOf(dom, item));
  const highlights = reader
    .own('records-highlights-details-item')
    .filter(isReadable)
    .flatMap((item) => {
      const [label, ...rest] = dom.all('p', item);
      const value = rest
        .map((part) => shownText(dom, part))
        .join(' ')
        .trim();
      return label && value ? [{ label: label.getAttribute('title') ?? flatText(label), value }] : [];
    });
  return [...items, ...highlights];
}

function itemsIn(reader: RecordReader): readonly Element[] {
  return reader.own(ITEM).filter((item) => reader.isTrusted(item) && !closestFlat(item, (at) => at !== item && at.matches(ITEM)));
}

function labelOf(dom: PageDom, item: Element): string {
  const [label] = dom.all('.test-id__field-label', item);
  const [first] = label ? [] : dom.all('legend,label', item);
  return item.getAttribute('field-label') ?? flatText(label ?? first ?? item.ownerDocument.createElement('i'));
}

/** A field's value, also while it is edited; of one with several inputs (a name, an address) each input's too. */
function fieldsOf(dom: PageDom, item: Element): readonly LabelledValue[] {
  const label = labelOf(dom, item);
  const [output] = [...dom.all(OUTPUT, item), ...dom.all('.test-id__field-value', item)];
  if (output) return [{ label, value: shownText(dom, output) }];
  const controls = controlsIn(dom, item);
  const told = controls.map((control) => ({ label: slotOf(control).labels[0] ?? label, value: controlValue(control) }));
  const known = told.flatMap(({ label: own, value }) => (value === undefined ? [] : [{ label: own, value }]));
  const whole = known
    .map(({ value }) => value)
    .filter(Boolean)
    .join(' ');
  return known.length < controls.length
    ? known.filter(({ label: own }) => own !== label)
    : [{ label, value: whole }, ...(known.length > 1 ? known : [])];
}

/** A link's target where it is an address or a number, else the text that a person reads. */
function shownText(dom: PageDom, output: Element): string {
  const [checkbox] = dom.all('input[type="checkbox"]', output);
  if (checkbox) return String((checkbox as HTMLInputElement).checked); // the selector asks for inputs
  const links = dom.all('a[href^="mailto:" i],a[href^="tel:" i]', output);
  const [link] = links;
  return link && links.length === 1 ? linkTarget(link.getAttribute('href') ?? '') : spacedText(output);
}

const BLOCK = /^(?:div|p|li|br|tr|dd|dt)$/;
const SILENT = 'style,script,template,svg,button,lightning-icon,lightning-primitive-icon,.slds-assistive-text';

/** The text as a person reads it; lines of an address do not run into each other. */
export function spacedText(element: Element): string {
  const read = (node: Node): string => {
    if (node.nodeType === 3) return node.nodeValue ?? '';
    if (node.nodeType !== 1 && node.nodeType !== 11) return '';
    if (node.nodeType === 1 && (node as Element).matches(SILENT)) return ''; // nodeType 1 is an element
    const text = childrenOf(node).map(read).join('');
    return BLOCK.test(node.nodeName.toLowerCase()) ? ` ${text} ` : text;
  };
  return read(element).replace(/\s+/g, ' ').trim();
}

/**
 * The controls of the record's open edit form: those of its dialog, or of the layout while it is edited in place. While
 * another dialog is open nothing behind it is touched.
 */
export function lightningSlots(record: LightningRecord): readonly Slot[] {
  const { dom, reader } = record;
  const dialogs = dom
    .all(DIALOG)
    .filter((dialog) => isReadable(dialog) && !closestFlat(dialog, (at) => at !== dialog && at.matches(DIALOG)));
  if (dialogs.length === 0) return itemsIn(reader).flatMap((item) => slotsOf(dom, item));
  const [own, ...more] = dialogs.filter((dialog) => isEditOf(record, dialog));
  if (own === undefined || more.length > 0 || dialogs.length > 1) return [];
  return dom
    .all(ITEM, own)
    .filter((item) => !closestFlat(item, (at) => at !== item && at.matches(ITEM), own))
    .flatMap((item) => slotsOf(dom, item));
}

/** Whether a dialog edits this very record: its heading names it, its fields are of its kind, and its Name field has no other name. */
function isEditOf({ dom, object, scope: { name } }: LightningRecord, dialog: Element): boolean {
  if (name === undefined || !dom.all('h1,h2', dialog).some((heading) => speaksOf(flatText(heading), name))) return false;
  const fields = dom.all('[data-target-selection-name^="sfdc:RecordField."]', dialog);
  const isOfObject = fields.every((field) => field.getAttribute('data-target-selection-name')?.startsWith(`sfdc:RecordField.${object}.`));
  const names = fields.filter((field) => field.getAttribute('data-target-selection-name')?.endsWith('.Name'));
  const texts = names.map((field) => nameInField(dom, field).trim()).filter(Boolean);
  return fields.length > 0 && isOfObject && texts.every((text) => isSameName(text, name) || speaksOf(text, name));
}

function slotsOf(dom: PageDom, item: Element): readonly Slot[] {
  const controls = controlsIn(dom, item);
  return controls.map((control) => slotOf(control, controls.length === 1 ? labelOf(dom, item) : undefined));
}
