import type { CrmPage } from '../adapter.ts';
import { createPageDom, openRoots } from '../dom.ts';
import { isClassicConsole, type RecordAddress, recordAddress } from '../salesforce/address.ts';
import { isSameName } from '../salesforce/names.ts';
import { classicFields, classicSlots } from './classic.ts';
import type { Slot } from './controls.ts';
import { boundedFields, type FilledValue, type LabelledValue, type MeantRecord } from './field.ts';
import { fillSlots } from './fill.ts';
import { findGeneric, genericFields, genericSlots } from './generic.ts';
import { findLightning, lightningFields, lightningSlots } from './lightning.ts';

/** What can be done with the part of a page that shows one record. */
interface ShownRecord {
  fields(): readonly LabelledValue[];
  slots(): readonly Slot[];
}

/** All labelled values of the record that is meant; `null` when the page shows another one, or none for certain. */
export function readForm(page: CrmPage, record: MeantRecord): readonly LabelledValue[] | null {
  const shown = findRecord(page, record);
  return shown ? boundedFields(shown.fields()) : null;
}

/** Fills the record's open edit form; `null` as above. Nothing is saved. */
export function fillForm(page: CrmPage, record: MeantRecord, fields: readonly LabelledValue[]): readonly FilledValue[] | null {
  const shown = findRecord(page, record);
  return shown ? fillSlots(shown.slots(), fields) : null;
}

function findRecord(page: CrmPage, record: MeantRecord): ShownRecord | undefined {
  if (record.crm !== 'salesforce') {
    const found = findGeneric(page, record);
    return found && { fields: () => genericFields(found), slots: () => genericSlots(found, record) };
  }
  const address = recordAddress(page.url);
  // In the Classic console the address says nothing of the tab in front.
  if (isClassicConsole(page.url) || address?.id !== record.recordId) return undefined;
  return address.isClassic ? findClassic(page) : findInLightning(page, address, record.name);
}

function findInLightning(page: CrmPage, address: RecordAddress, name: string | undefined): ShownRecord | undefined {
  const found = findLightning(page, address);
  // The address may be ahead of what is drawn.
  const isOther = found?.scope.name !== undefined && name !== undefined && !isSameName(found.scope.name, name);
  return found && !isOther ? { fields: () => lightningFields(found), slots: () => lightningSlots(found) } : undefined;
}

function findClassic(page: CrmPage): ShownRecord | undefined {
  if (!page.document.querySelector('body.sfdcBody,#bodyCell')) return undefined;
  const dom = createPageDom(openRoots(page.document));
  return { fields: () => classicFields(dom), slots: () => classicSlots(dom) };
}
