import type { CrmPage } from '../adapter.ts';
import { closestFlat, createPageDom, flatText, frameDocument, isReadable, isWithin, openRoots, type PageDom } from '../dom.ts';
import { knowMoreLabels } from '../generic/more-labels.ts';
import { findFields, findMain, findPanels } from '../generic/scope.ts';
import { readSheet, type Sheet } from '../generic/sheet.ts';
import { speaksOf } from '../salesforce/names.ts';
import { sameAs } from '../values.ts';
import { pairsOf } from './boxes.ts';
import { controlsIn, controlValue, type Slot, slotOf } from './controls.ts';
import type { LabelledValue, MeantRecord } from './field.ts';

/** The part of an unknown page that shows the record. */
export interface GenericRecord {
  readonly dom: PageDom;
  readonly element: Element;
  readonly sheets: readonly Sheet[];
}

/**
 * The open panel, the main part, the box around the labelled fields; on a page that was taught at last all of it. Nothing
 * where it does not show the record that is meant, nor where a password is asked for.
 */
export function findGeneric(page: CrmPage, record: MeantRecord): GenericRecord | undefined {
  knowMoreLabels();
  const dom = createPageDom(page.roots ?? openRoots(page.document));
  if (dom.all('input[type=password]').some(isReadable)) return undefined;
  const panels = findPanels(dom);
  const isTaught = record.crm === page.url.origin;
  const element = panels[0] ?? findMain(dom) ?? findFields(dom, page.document) ?? (isTaught ? page.document.body : undefined);
  if (element === undefined || panels.length > 1) return undefined;
  const sheets = [
    readSheet(dom, element, page),
    ...framesIn(dom, element).map((frame) => readSheet(createPageDom(openRoots(frame)), frame.body, page)),
  ];
  return sheets.some((sheet) => shows(sheet, record)) ? { dom, element, sheets } : undefined;
}

/** Documents of the same origin that are shown within it. */
function framesIn(dom: PageDom, element: Element): readonly Document[] {
  const frames = dom.all('iframe', element) as HTMLIFrameElement[]; // the selector asks for frames
  return frames.flatMap((frame) => frameDocument(frame) ?? []);
}

/** Whether one of the record's addresses, its numbers or its name stands there. */
function shows({ all }: Sheet, { name, emails, phones }: MeantRecord): boolean {
  const known = new Set([...emails, ...phones].map(sameAs));
  const isKnown = (values: readonly string[]) => values.some((value) => known.has(sameAs(value)));
  return all.some(({ text, email, phone }) => isKnown(email) || isKnown(phone) || (name !== undefined && speaksOf(text, name)));
}

/** Values beside their labels, and what stands in labelled inputs. */
export function genericFields({ dom, element, sheets }: GenericRecord): readonly LabelledValue[] {
  const controls = ownControls(dom, element).flatMap((control): readonly LabelledValue[] => {
    const [label] = slotOf(control).labels;
    const value = controlValue(control);
    return label === undefined || value === undefined ? [] : [{ label, value }];
  });
  return [...sheets.flatMap(pairsOf), ...controls];
}

/** The controls of the record's form; those of a dialog that names the record while one is open, else of its own part. */
export function genericSlots({ dom, element }: GenericRecord, record: MeantRecord): readonly Slot[] {
  const dialogs = dom
    .all('dialog[open],[role=dialog],[aria-modal=true]')
    .filter((dialog) => isReadable(dialog) && !isWithin(element, dialog));
  const [dialog, ...more] = dialogs.filter((one) => !dialogs.some((other) => other !== one && isWithin(one, other)));
  if (more.length > 0 || (dialog && !isAbout(dom, dialog, record))) return [];
  return ownControls(dom, dialog ?? element).map((control) => slotOf(control));
}

function isAbout(dom: PageDom, dialog: Element, { name, emails, phones }: MeantRecord): boolean {
  const known = new Set([...emails, ...phones].map(sameAs));
  const isHeaded = name !== undefined && dom.all('h1,h2,h3,[role=heading]', dialog).some((heading) => speaksOf(flatText(heading), name));
  return isHeaded || controlsIn(dom, dialog).some((control) => known.has(sameAs(controlValue(control) ?? '')));
}

const ELSEWHERE =
  'nav,search,[role=navigation],[role=search],[role=searchbox],[role=banner],table[role=grid],[role=grid],article,[role=article],[role=feed],[role=log]';

function ownControls(dom: PageDom, element: Element) {
  return controlsIn(dom, element).filter((control) => !closestFlat(control, (at) => at.matches(ELSEWHERE)));
}
